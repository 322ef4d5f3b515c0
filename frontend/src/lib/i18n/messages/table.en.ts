import type { Translation } from "#lib/i18n/types";
import type vi from "./table.vi";

const lines = (n: number): string => `${n} ${n === 1 ? "line" : "lines"}`;
const demands = (n: number): string => `${n} ${n === 1 ? "demand" : "demands"}`;

export default {
  "table.title": "Table of demands",
  "table.open": "Table of many lines",
  "table.lead": "Type or paste up to 500 lines from Excel, mend them in the table, send once.",
  "table.deskOnly": "This table is for a wide screen and a keyboard. On a phone, post one demand at a time with the form.",
  "table.row": "Line",
  "table.goods": "Goods",
  "table.grade": "Lowest grade",
  "table.kg": "Kg a week",
  "table.from": "From",
  "table.to": "Until, or weeks",
  "table.bid": "Highest price",
  "table.place": "Delivery place",
  "table.payment": "Paid after",
  "table.papers": "Certificates",
  "table.suppliers": "Most suppliers",
  "table.hours": "Receiving hours",
  "table.preferred": "Preferred, premium",
  "table.cell": ({ column, row, shown }: { column: string; row: number; shown: string }) => `${column}, line ${row}: ${shown || "empty"}`,
  "table.keys":
    "Arrows, Enter, Tab to go; type to replace; F2 to change; Delete empties; Ctrl+C, Ctrl+V copy and paste from Excel or CSV; Ctrl+D copies the cell above; Ctrl+Z takes a step back; Esc leaves the table.",
  "table.choices": "Did you mean:",
  "table.none": "The table is empty. Type the first line or paste from Excel, best with its header.",
  "table.good": ({ n }: { n: number }) => `${lines(n)} in order`,
  "table.bad": ({ n }: { n: number }) => `${lines(n)} to mend`,
  "table.asking": ({ n }: { n: number }) => `looking up goods and communes: ${lines(n)}`,
  "table.unreachable": ({ n }: { n: number }) => `no network to look up goods and communes of ${lines(n)}; tried again by itself`,
  "table.mend": "Go to the cell",
  "table.toMend": "To mend",
  "table.at": ({ row, column }: { row: number; column: string }) => `Line ${row}, ${column}:`,
  "table.more": ({ n }: { n: number }) => `and ${n} more ${n === 1 ? "cell" : "cells"}.`,
  "table.check": ({ n }: { n: number }) => `Check and send ${demands(n)}`,
  "table.send": ({ n }: { n: number }) => `Post ${demands(n)}`,
  "table.send.explain": "The table goes as a whole: either every line is posted, or none while one of them is not taken.",
  "table.sum.kg": "Weight in all",
  "table.understood": ({ pairs }: { pairs: string }) => `The header was read as: ${pairs}.`,
  "table.pair": ({ title, column }: { title: string; column: string }) => `“${title}” is ${column}`,
  "table.ignored": ({ titles }: { titles: string }) => `Columns left out: ${titles}.`,
  "table.lost": ({ n }: { n: number }) => `The table takes 500 lines; the last ${n} were not pasted.`,
  "table.posted": "The table of demands is posted",
  "table.waiting": "A table of demands waits for the network and will be sent.",
  "table.refused": "The table of demands sent last was not taken.",
} satisfies Translation<typeof vi>;
