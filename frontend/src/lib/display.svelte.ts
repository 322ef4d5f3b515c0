import { readStored, writeStored } from "./storage";

/** Light or dark, roomy or dense. `static/theme.js` sets both before the first paint; here they are changed. */
export type Theme = "system" | "light" | "dark";
export type Density = "auto" | "thumb" | "desk";

const dark = "(prefers-color-scheme: dark)";
const desk = "(min-width: 1024px) and (pointer: fine)";

function oneOf<T extends string>(value: string | null, choices: readonly T[], otherwise: T): T {
  return choices.find((choice) => choice === value) ?? otherwise;
}

let theme = $state<Theme>(oneOf(readStored("theme"), ["light", "dark"], "system"));
let density = $state<Density>(oneOf(readStored("density"), ["thumb", "desk"], "auto"));

function apply(): void {
  const root = document.documentElement;
  root.dataset.theme = theme === "system" ? (matchMedia(dark).matches ? "dark" : "light") : theme;
  root.dataset.density = density === "auto" ? (matchMedia(desk).matches ? "desk" : "thumb") : density;
}

export const display = {
  get theme(): Theme {
    return theme;
  },
  set theme(choice: Theme) {
    theme = choice;
    writeStored("theme", choice === "system" ? null : choice);
    apply();
  },
  get density(): Density {
    return density;
  },
  set density(choice: Density) {
    density = choice;
    writeStored("density", choice === "auto" ? null : choice);
    apply();
  },
};

/** Follows the system and the window; returns the function that stops. */
export function followSystem(): () => void {
  const queries = [matchMedia(dark), matchMedia(desk)];
  for (const query of queries) query.addEventListener("change", apply);
  return () => {
    for (const query of queries) query.removeEventListener("change", apply);
  };
}
