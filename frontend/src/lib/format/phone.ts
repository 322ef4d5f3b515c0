/** "0987 654 321": numbers travel with the country's code and are read without it. */
export function phone(number: string): string {
  const local = number.replace(/^\+84/, "0");
  return /^\d{10}$/.test(local) ? `${local.slice(0, 4)} ${local.slice(4, 7)} ${local.slice(7)}` : local;
}
