import { columns } from "./columns";
import type { Sheet } from "./sheet.svelte";

/** Rows that PageDown goes. */
const PAGE = 12;

/** What the table does with a key while no cell is being edited; whether it was one of its own. */
export function press(event: KeyboardEvent, sheet: Sheet): boolean {
  const { key, shiftKey } = event;
  const command = event.ctrlKey || event.metaKey;
  const { row, column } = sheet.cursor;
  const last = { row: sheet.rows.length - 1, column: columns.length - 1 };
  if (command && key.toLowerCase() === "z") {
    if (shiftKey) sheet.redo();
    else sheet.undo();
    return true;
  }
  if (command) {
    const action = {
      y: () => sheet.redo(),
      a: () => sheet.selectAll(),
      d: () => sheet.fillDown(),
      Home: () => sheet.go(0, 0, shiftKey),
      End: () => sheet.go(Math.max(0, sheet.written.length - 1), last.column, shiftKey),
      ArrowUp: () => sheet.go(0, column, shiftKey),
      ArrowDown: () => sheet.go(Math.max(0, sheet.written.length - 1), column, shiftKey),
      ArrowLeft: () => sheet.go(row, 0, shiftKey),
      ArrowRight: () => sheet.go(row, last.column, shiftKey),
      "-": () => sheet.removeRows(),
    }[key.length === 1 ? key.toLowerCase() : key];
    action?.();
    return action !== undefined;
  }
  if (event.altKey) return false;
  const action = {
    ArrowUp: () => sheet.move(-1, 0, shiftKey),
    ArrowDown: () => sheet.move(1, 0, shiftKey),
    ArrowLeft: () => sheet.move(0, -1, shiftKey),
    ArrowRight: () => sheet.move(0, 1, shiftKey),
    PageUp: () => sheet.move(-PAGE, 0, shiftKey),
    PageDown: () => sheet.move(PAGE, 0, shiftKey),
    Home: () => sheet.go(row, 0, shiftKey),
    End: () => sheet.go(row, last.column, shiftKey),
    Enter: () => sheet.move(shiftKey ? -1 : 1, 0),
    Tab: () => sheet.next(shiftKey ? -1 : 1),
    Delete: () => sheet.clear(),
    Backspace: () => sheet.clear(),
  }[key];
  action?.();
  return action !== undefined;
}
