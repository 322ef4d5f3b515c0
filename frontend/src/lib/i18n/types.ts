/** A message is a sentence, or a function of named arguments that makes one. */
export type Message = string | ((args: never) => string);

export type Messages = Record<string, Message>;

/** The same keys with the same arguments, in another language. */
export type Translation<M> = { [K in keyof M]: M[K] extends (args: infer A) => string ? (args: A) => string : string };
