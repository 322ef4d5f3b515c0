/** Where to go after signing in: only a path of this site, so that a link cannot send a member elsewhere. */
export function safeNext(wanted: string | null): string | null {
  if (wanted === null || !/^\/(?![/\\])/.test(wanted)) return null;
  const address = new URL(wanted, location.origin);
  return address.origin === location.origin && address.pathname !== "/dang-nhap" ? address.pathname + address.search : null;
}
