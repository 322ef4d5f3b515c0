import { http, take } from "./http";
import type { components } from "./schema";

export type MailSettings = components["schemas"]["MailSettingsView"];
export type MailWish = components["schemas"]["MailWish"];
export type OwnMail = components["schemas"]["OwnMailView"];
export type QuietHours = components["schemas"]["Hours"];

export const mail = {
  settings: () => take(http.GET("/api/v1/account/mail")),
  choose: (quiet: QuietHours | null, wishes: MailWish[]) => take(http.PUT("/api/v1/account/mail", { body: { quiet, wishes } })),
  sent: (after?: string) => take(http.GET("/api/v1/account/mails", { params: { query: after === undefined ? {} : { after } } })),
  stop: (token: string) => take(http.POST("/api/v1/mail/unsubscribe/{token}", { params: { path: { token } } })),
};
