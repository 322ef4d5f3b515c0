export default {
  "consent.log": "Quy chế bạn đã đồng ý",
  "consent.log.none": "Bạn chưa đồng ý bản nào.",
  "consent.log.of": ({ what, n }: { what: string; n: number }) => `${what}, bản ${n}`,
  "consent.way.registration": "lúc đăng ký",
  "consent.way.invitation": "lúc nhận lời mời",
  "consent.way.account": "khi đã đăng nhập",
  "consent.member": ({ n, day }: { n: number; day: string }) => `đồng ý quy chế bản ${n}, ${day}`,
  "consent.member.none": "chưa đồng ý quy chế",
};
