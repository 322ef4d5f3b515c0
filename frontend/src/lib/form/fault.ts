/** What is wrong with a field; the field calls `clear` as soon as somebody types in it again. */
export interface Fault {
  text: string;
  clear: () => void;
}
