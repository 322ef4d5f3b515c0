/** Photos of offers. */
export default {
  "photo.title": "Photos of the goods",
  "photo.none": "No photos yet.",
  "photo.none.mine": "No photos yet. A photo of the orchard or the fruit makes it easier to say yes.",
  "photo.alt": ({ n }: { n: number }) => `Photo ${n} of the goods`,
  "photo.add": "Take or choose photos",
  "photo.help": ({ most }: { most: number }) =>
    `At most ${most}, made small on this device before they are sent. Your organisation, the office and matched buyers see them.`,
  "photo.remove": ({ n }: { n: number }) => `Remove photo ${n}`,
  "photo.tooMany": ({ most }: { most: number }) => `An offer has at most ${most} photos; the others were not sent.`,
  "photo.withDraft": "The photos are on this device and are sent by themselves once the offer is posted.",
  "photo.waiting": ({ n }: { n: number }) =>
    n === 1 ? "1 photo waits for the network and will be sent." : `${n} photos wait for the network and will be sent.`,
  "photo.refused": ({ n, why }: { n: number; why: string }) => `${n} photos were not taken. ${why}`,
  "photo.deviceFull":
    "The device is full, so this photo could not be kept. Remove some photos or apps and choose again, or add it after posting.",
  "photo.notKept": "This device keeps no photos before the offer is posted. Add them on the offer's page afterwards.",
  "error.too_many_photos": "This offer has six photos. Remove one and send again.",
  "error.photo_of_closed_offer": "This offer is closed; photos can no longer be added.",
  "field.forecast_out_of_order": "The figures must rise: low, middle, high.",
  "field.forecast_low_is_not_total": "The low figure must equal the total offered.",
  "field.forecast_after_firm": "The quantity is firm and cannot become a forecast again.",
  "field.photo_not_a_picture": "Only pictures here: JPEG, PNG or WebP.",
};
