/** What is folded away is printed too. Browsers that know the box of its content do so by the style sheet; elsewhere it is opened meanwhile. */
export function unfoldForPaper(): () => void {
  if (CSS.supports("selector(::details-content)")) return () => undefined;
  let opened: HTMLDetailsElement[] = [];
  const unfold = () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const one of opened) one.open = true;
  };
  const fold = () => {
    for (const one of opened) one.open = false;
    opened = [];
  };
  addEventListener("beforeprint", unfold);
  addEventListener("afterprint", fold);
  return () => {
    removeEventListener("beforeprint", unfold);
    removeEventListener("afterprint", fold);
  };
}
