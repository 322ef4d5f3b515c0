import { http, take } from "./http";
import type { Acceptance, AcceptInvitation, AccountDetails, Registration } from "./types";

export const account = {
  instance: () => take(http.GET("/api/v1/instance")),
  session: () => take(http.GET("/api/v1/session")),
  register: (body: Registration) => take(http.POST("/api/v1/auth/register", { body })),
  signIn: (sign_in: string, password: string) => take(http.POST("/api/v1/auth/sign-in", { body: { sign_in, password } })),
  signOut: () => take(http.POST("/api/v1/auth/sign-out")),
  forgot: (sign_in: string) => take(http.POST("/api/v1/auth/forgot-password", { body: { sign_in } })),
  reset: (token: string, password: string) => take(http.POST("/api/v1/auth/reset-password", { body: { token, password } })),
  confirmEmail: (token: string) => take(http.POST("/api/v1/auth/confirm-email", { body: { token } })),
  invitation: (token: string) => take(http.POST("/api/v1/auth/invitation", { body: { token } })),
  acceptInvitation: (body: AcceptInvitation) => take(http.POST("/api/v1/auth/accept-invitation", { body })),
  events: (after?: string) => take(http.GET("/api/v1/account/events", { params: { query: after === undefined ? {} : { after } } })),
  consents: (after?: string) => take(http.GET("/api/v1/account/consents", { params: { query: after === undefined ? {} : { after } } })),
  accept: (body: Acceptance) => take(http.POST("/api/v1/account/consents", { body })),
  export: (password: string) => take(http.POST("/api/v1/account/export", { body: { password } })),
  erase: (password: string) => take(http.POST("/api/v1/account/erase", { body: { password } })),
  resetLinkFor: (sign_in: string) => take(http.POST("/api/v1/operator/reset-links", { body: { sign_in } })),
  sessions: (after?: string) => take(http.GET("/api/v1/account/sessions", { params: { query: after === undefined ? {} : { after } } })),
  endSession: (id: string) => take(http.DELETE("/api/v1/account/sessions/{id}", { params: { path: { id } } })),
  endOtherSessions: () => take(http.POST("/api/v1/account/sessions/end-others")),
  get: () => take(http.GET("/api/v1/account")),
  edit: (version: number, details: AccountDetails, password: string | null) =>
    take(http.PUT("/api/v1/account", { body: { version, details, password } })),
  changePassword: (current: string, password: string) => take(http.POST("/api/v1/account/password", { body: { current, password } })),
  sso: () => take(http.GET("/api/v1/account/sso")),
  tieSso: (password: string) => take(http.POST("/api/v1/account/sso", { body: { password } })),
  untieSso: () => take(http.DELETE("/api/v1/account/sso")),
  totpBegin: () => take(http.POST("/api/v1/account/totp")),
  totpConfirm: (code: string) => take(http.POST("/api/v1/account/totp/confirm", { body: { code } })),
  totpRemove: (password: string) => take(http.DELETE("/api/v1/account/totp", { body: { password } })),
};
