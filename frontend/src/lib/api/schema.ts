// Made from openapi.json by `npm run api`. Do not edit.

export interface paths {
    "/api/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own account. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountView"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Changes the own name, phone, address or language. Another address takes the password, and gets a mail to confirm it. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditAccount"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountView"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the person who is signed in agreed to, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_ConsentView"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Accepts an edition, in force or announced. What was accepted before stays accepted. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Closes the own account and erases what only served its person; the password is typed again. What proves contracts stays. The
         *     only director of an organisation first hands it over or closes it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OwnPassword"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done about the own account, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_AccountEventView"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A copy of everything that is kept about the person who is signed in, who types the password again. A POST, because it takes one. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OwnPassword"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonalData"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the signed-in person wants by mail. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailSettingsView"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Chooses anew; what waits already keeps its hour. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditMailSettings"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailSettingsView"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mails to the signed-in person, sent or not, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_OwnMailView"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a new password and ends the sessions on other devices, and links for a new password that wait. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangePassword"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the own account is signed in now, the session opened last first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_OpenSession"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs the account out everywhere but here. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Signs the account out on one device, at once. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["SessionId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sso": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the own account is tied to one of the provider. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SsoView"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Begins to tie the own account to one of the provider; the password is typed again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Tie"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TieView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Unties the own account: only the password opens it then, and what was opened on other devices ends. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows a new authenticator secret. It counts once its first code is confirmed. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TotpEnrolment"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Forgets the authenticator. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DropTotp"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms the authenticator by its first code. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConfirmTotp"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assisted/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A director or a clerk says that the organisation asked for it; the post stays as it is and is the organisation's own from then on. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["AssistedId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConfirmAssisted"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AssistedView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assisted/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A director or a clerk says that the organisation did not ask for it: it leaves the market at once and the office hears why. Proposals
         *     and contracts that exist stay.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["AssistedId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RefuseAssisted"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AssistedView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assisted/{id}/slip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scan of the slip that stands for an entry now, for the organisation and the office: a picture to look at, a PDF to download. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["AssistedId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": number[];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/accept-invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The invited person chooses a sign-in name and a password, and is a member, signed in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AcceptInvitation"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionView"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/confirm-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms a mail address by a mailed link. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConfirmEmail"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails a link to set a new password, if the account has an address. The answer is the same whether it exists or not. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ForgotPassword"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an invitation is for. A POST, so that the secret stays out of addresses and logs. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvitationToken"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationOpened"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trades the refresh cookie for the next pair. A token that comes back a second time ends its session. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionView"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Registers an organisation and signs its director in. It enters the market once the programme office has verified it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionView"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a new password by a link, mailed or handed over, and ends every session and every other such link of the account. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResetPassword"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a session and sets its two cookies. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionView"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the session on this device. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sso": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends the browser to the provider; it comes back to `/auth/sso/callback`. */
        get: {
            parameters: {
                query?: {
                    /** @description The page to show afterwards. */
                    next?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sso/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Takes a browser back from the provider: signs in, or ties the account of who is signed in. */
        get: {
            parameters: {
                query?: {
                    state?: string;
                    code?: string;
                    /** @description Why there is no code. */
                    error?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every product with its varieties, those that rest too, and the kinds of certificate. A phone keeps it: asked again with
         *     `If-None-Match`, the answer is empty while nothing changed.
         */
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag of what is kept */
                    "if-none-match"?: string | null;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogueView"];
                    };
                };
                /** @description What is kept is right */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Varieties by name, synonym or part of it; exact spelling first. Those that rest are left out. */
        get: {
            parameters: {
                query: {
                    /** @description What was typed; marks may be left out. */
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VarietiesFound"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own organisation's certificates, oldest first; the office reads everybody's. */
        get: {
            parameters: {
                query?: {
                    /** @description For the office: of one organisation alone. */
                    organisation?: components["schemas"]["OrgId"];
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_CertificateView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Enters a certificate; it counts once the office has verified it. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description 8 to 100 characters */
                    "idempotency-key"?: string | null;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CertificateTerms"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/tonnage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the own papers can grow in a season, beside what is offered and under contract. */
        get: {
            parameters: {
                query?: {
                    /** @description A day of the season; today when left out. */
                    on?: components["schemas"]["TradeDay"];
                    /** @description For the office: whose papers. */
                    organisation?: components["schemas"]["OrgId"];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SeasonTonnage"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One certificate. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["CertificateId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Corrects a certificate, which then waits for the office again. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["CertificateId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditCertificate"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a certificate came to stand where it stands, the newest first; at most a hundred steps. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["CertificateId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateStep"][];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a photo (JPEG, PNG, WebP) or a PDF of at most 10 MB, five to a certificate, whose version counts up with it; an officer
         *     adds it for a member, with a trace. A picture is turned upright, shrunk to 2,000
         *     pixels and written anew without what the phone put into it; several pages become one PDF. The same file sent again is the same scan.
         */
        post: {
            parameters: {
                query?: {
                    /**
                     * @description The bytes of each page, with commas between them, where the body holds several pictures one behind the other: 2 to 12, at most
                     *     20 MB together. They become one PDF in this order.
                     */
                    pages?: string;
                };
                header?: never;
                path: {
                    id: components["schemas"]["CertificateId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": number[];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScanView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/scans/{scan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a scan: a picture to look at, a PDF to download. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["CertificateId"];
                    scan: components["schemas"]["ScanId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": number[];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Takes a scan away, until the office has verified the certificate by it. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["CertificateId"];
                    scan: components["schemas"]["ScanId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A second member confirms what a director asked for; it goes to the office. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["GuardedChangeId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConfirmGuardedChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GuardedChangeView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An officer approves a change, so that the wait begins, or refuses it. Those who have contracts in force with the organisation are
         *     told from when its account is another.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["GuardedChangeId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecideGuardedChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GuardedChangeView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A director or an officer stops a change that has no effect yet. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["GuardedChangeId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StopGuardedChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GuardedChangeView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own organisation's contracts, or all of them for the programme office; newest first. */
        get: {
            parameters: {
                query?: {
                    status?: "signing" | "half_signed" | "in_force" | "completed" | "terminated" | "expired";
                    /** @description Those that wait for this side's signature. */
                    waits_for?: "me" | "them";
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_ContractSummary"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contract: parties, terms, schedule, whose turn it is, who signed what, and what happened. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContractView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuses to sign; the kilograms are free again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EndContract"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContractView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/dues/{due}/confirm-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The other side has the money. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                    due: components["schemas"]["DueKind"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryLinesView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/dues/{due}/declare-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whoever owes it says that it is paid: the buyer, or the supplier who gives back the rest of a deposit. Once no more goods come, a deposit of
         *     which nobody spoke before can still be said to have come whole (`late_deposit`).
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                    due: components["schemas"]["DueKind"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeclareBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryLinesView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/dues/{due}/dispute-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The other side does not have the money that was declared: it is owed again, since the same day. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                    due: components["schemas"]["DueKind"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DisputeBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryLinesView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/dues/{due}/withdraw-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whoever said by mistake that it is paid takes that back while the other side has not confirmed it. A deposit that the supplier already
         *     gave back, as it says, stays.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                    due: components["schemas"]["DueKind"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryLinesView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of a contract in order of delivery, what they add up to, and where the goods go. A driver is shown no money. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryLinesView"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/lines/{number}/accept-rest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The buyer accepts as weighed what nobody looked at: the delivery is received. Refused when another amount is left by now. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RestBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryLinesView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/lines/{number}/confirm-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The supplier has the money. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryLinesView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/lines/{number}/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The supplier says on which day the goods come. A day inside the asked ones holds at once; one outside waits for the buyer, and the
         *     day before holds until then.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NameDayBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryLinesView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/lines/{number}/day/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The buyer agrees to a day outside the asked ones, or not. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AnswerDayBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryLinesView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/lines/{number}/declare-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The buyer says that a line is paid. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeclareBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryLinesView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/lines/{number}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The supplier sends the goods of a line, or corrects what was said while the buyer has not received them. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DispatchBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryLinesView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/lines/{number}/dispute-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The supplier does not have the money that was declared: it is owed again, since the same day. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DisputeBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryLinesView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/lines/{number}/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The buyer writes down what it found in a part. Once the parts add up to the weight, what was accepted is owed from that day on. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string | null;
                };
                path: {
                    id: components["schemas"]["ContractId"];
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InspectionBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryLinesView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/lines/{number}/inspections/{entry}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The buyer writes down something else in place of an entry; both stay to be seen. Once all is decided it is possible for the hours
         *     of complaint of the contract while nothing was declared as paid, and the kilograms of the entry stay.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                    number: number;
                    entry: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InspectionBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryLinesView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/lines/{number}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The buyer weighs the goods and accepts them, in part or not; what is accepted is owed from that day on. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReceiveBody"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryLinesView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/lines/{number}/withdraw-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The buyer said by mistake that it paid, and takes that back while the supplier has not confirmed the money: the debt is open again,
         *     since the same day, and nobody disagrees about it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryLinesView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs the text with this hash. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignContract"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContractView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/signing-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails a six-digit code to sign this contract with; again after 40 seconds. A member whom mail does not reach uses the
         *     authenticator; without one the answer is `no_signing_method`, and the way out is to turn it on in the own account.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskSigningCode"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SigningCode"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/terminate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a contract in force; what was delivered is still owed. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EndContract"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContractView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of a contract, byte for byte as it was frozen, hashed and signed. */
        get: {
            parameters: {
                query?: {
                    /** @description An edition, counted from 1; the current one when left out. */
                    edition?: number;
                };
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        /** @description SHA-256 of the body */
                        "x-document-sha256"?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain; charset=utf-8": string;
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}/transfer-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A code for the buyer's bank app that pays the supplier of a contract. */
        get: {
            parameters: {
                query?: {
                    /** @description In ₫, 1 to 9,999,999,999,999; without it the payer types it. */
                    amount?: number;
                };
                header?: never;
                path: {
                    id: components["schemas"]["ContractId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TransferView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own deliveries, nearest first. */
        get: {
            parameters: {
                query: {
                    state?: "planned" | "dispatched" | "received" | "missed";
                    /** @description Deliveries whose days reach this day or a later one. */
                    from?: components["schemas"]["TradeDay"];
                    /** @description Deliveries whose days begin on this day or before. */
                    to?: components["schemas"]["TradeDay"];
                    page: {
                        /** Format: uuid */
                        after?: string | null;
                        /**
                         * Format: int64
                         * @description 1 to 100.
                         */
                        limit?: number | null;
                    };
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_DeliveryView"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own organisation's demands, newest first. */
        get: {
            parameters: {
                query?: {
                    status?: "open" | "filled" | "closed" | "withdrawn" | "expired";
                    product?: components["schemas"]["Slug"];
                    /** @description Part of a variety's name; marks may be left out. */
                    q?: string;
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_DemandView"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Asks for goods on the market; a repeated request with the same key shows what the first one made. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description 8 to 100 characters */
                    "idempotency-key"?: string | null;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PostDemand"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemandView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Posts a list, all of it or nothing; a repeated request with the same key shows what the first one made. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description 8 to 100 characters */
                    "idempotency-key"?: string | null;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DemandList"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemandsPosted"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/batch/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What posting this list would say, without posting it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DemandList"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemandsChecked"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What typed names of goods and communes mean: marks may be left out, other names and old communes count. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TypedNames"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NamesRead"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Posts a demand for each delivery point, all or nothing; a repeated request with the same key shows what the first one made. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description 8 to 100 characters */
                    "idempotency-key"?: string | null;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DemandForPoints"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemandsPosted"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The words that a pasted list may use for its columns, grades and certificates. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListWords"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One demand. Its bid is shown to its own organisation alone. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DemandId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemandView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Changes an open demand, never below what proposals and contracts hold of it. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DemandId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditDemand"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemandView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a demand for good: its open proposals are declined and their suppliers are told, contracts stay as they are. Closing twice is
         *     harmless.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DemandId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CloseDemand"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemandView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/common": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes what all open delivery points of a form have in common, all or nothing, and nothing that is left out; what cannot change at
         *     one point names that point as `points.1`, counted as they were sent. Points that were withdrawn, closed or are over stay as they are.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DemandId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditPoints"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemandView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/indication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who would supply a demand now, and at about which price. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DemandId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IndicationView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/last-round": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the last round made of a demand, and why the rest stayed. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DemandId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LastRound"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was proposed for an own demand, side by side; the totals count all pages. */
        get: {
            parameters: {
                query?: {
                    status?: "open" | "agreed" | "declined" | "expired" | "stopped";
                    /** @description By delivered price when it is left out. What came to nothing stands last in any order. */
                    order?: "price" | "distance" | "weight" | "newest";
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path: {
                    id: components["schemas"]["DemandId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemandProposals"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/title": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Gives a demand a title of its own, whatever its state; its terms and its version stay as they are, and suppliers do not read it.
         *     Of two who name it at once the last one holds.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DemandId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RenameDemand"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemandView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be asked about a demand, and what was since the last round. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DemandId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WhatIfView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Asks what the last round would have found for a demand; 20 questions a demand and round, the same one again costs nothing. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DemandId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Question"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AskedView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a demand out of the next rounds; proposals and contracts that exist stay. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DemandId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Withdraw"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemandView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/withdraw-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a demand and every other open delivery point of its form out of the next rounds; proposals and contracts that exist stay.
         *     Doing it twice is harmless.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DemandId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemandView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of one version: a picture to look at, a PDF to download. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["DocumentId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": number[];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own organisation's open offers or demands, at most 10,000, in the form that can be imported again. */
        get: {
            parameters: {
                query: {
                    kind: "offers" | "demands" | "organisations" | "certificates";
                    format?: "xlsx" | "csv";
                    /** @description Of the headers and the words. */
                    language?: "vi" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": number[];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty list to fill in, and beside it one that shows how. */
        get: {
            parameters: {
                query: {
                    kind: "offers" | "demands" | "organisations" | "certificates";
                    language?: "vi" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": number[];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Grades with their tolerance, and the size codes of the goods that have a sheet. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GradesView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own organisation's lists, or the office's for its officers, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_ImportView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Sends a list as an XLSX or CSV file of at most 10 MB and 10,000 rows. Its rows are read and stored; nothing is made of them yet. */
        post: {
            parameters: {
                query: {
                    kind: "offers" | "demands" | "organisations" | "certificates";
                    /** @description What the file is called, for people to find it again. */
                    name: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": number[];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One list, with how many of its rows stand how. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ImportId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/defaults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives every row one value for a column that the list does not have, and reads the rows that wait again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ImportId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ListDefaults"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/make": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes what was taken: each row becomes one post, organisation or certificate, also when this is asked twice. A long list goes on after
         *     the answer; how far it is stands in the list.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ImportId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MakeList"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of a list in the order of the file. */
        get: {
            parameters: {
                query?: {
                    state?: "accepted" | "review" | "skipped" | "left" | "known" | "made";
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path: {
                    id: components["schemas"]["ImportId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_ImportRowView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rows/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Reads a row again as a person corrected it, and takes it if nothing is in doubt any more. What other rows say is then no doubt. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ImportId"];
                    /** @description As the spreadsheet program numbers it */
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TakeRow"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportRowView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rows/{number}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves a row out. It can be taken again until the list is made. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ImportId"];
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportRowView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This instance, for everybody. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InstanceView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invitations of the own organisation, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_InvitationView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * A director invites somebody; the link is good once, for seven days. Once the office knows the organisation, nobody comes as a
         *     director.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Invite"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationMade"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** A director takes an invitation back. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["InvitationId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same address opened in a browser: a page that asks first, because mail scanners follow links. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description to the page that asks */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ends mails of the kind that the token in a mail is about, without a sign-in (RFC 8058: the body is not looked at). */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What verified buyers still want, for those who trade here. */
        get: {
            parameters: {
                query?: {
                    /** @description Part of a variety's name or, where none is called so, a place; marks may be left out. */
                    q?: string;
                    product?: components["schemas"]["Slug"];
                    variety?: components["schemas"]["Slug"];
                    /** @description A commune, an old commune, an old district or a province; marks may be left out. */
                    place?: string;
                    province?: components["schemas"]["ProvinceCode"];
                    /**
                     * @description Kinds, with commas between: an offer has papers of all of them, a demand asks for no others.
                     * @example vietgap,organic
                     */
                    certificates?: string;
                    /** @description Goods are there on one of these days. */
                    from?: components["schemas"]["TradeDay"];
                    to?: components["schemas"]["TradeDay"];
                    /** @description So much is left at least. */
                    least?: components["schemas"]["Kg"];
                    /** @description Of the variety's reference price at the farm gate; what a post asks or bids is nobody's to search by. */
                    price_from?: components["schemas"]["VndPerKg"];
                    price_to?: components["schemas"]["VndPerKg"];
                    /** @description By road from the own organisation's commune; a visitor has none. */
                    within_km?: number;
                    /** @description Newest first when it is left out. */
                    order?: "newest" | "price" | "near";
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_MarketDemand"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is open by province; what is demanded is shown to those who trade here. */
        get: {
            parameters: {
                query?: {
                    /** @description Of all products when it is left out. */
                    product?: components["schemas"]["Slug"];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketMap"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What verified suppliers have to sell now. */
        get: {
            parameters: {
                query?: {
                    /** @description Part of a variety's name or, where none is called so, a place; marks may be left out. */
                    q?: string;
                    product?: components["schemas"]["Slug"];
                    variety?: components["schemas"]["Slug"];
                    /** @description A commune, an old commune, an old district or a province; marks may be left out. */
                    place?: string;
                    province?: components["schemas"]["ProvinceCode"];
                    /**
                     * @description Kinds, with commas between: an offer has papers of all of them, a demand asks for no others.
                     * @example vietgap,organic
                     */
                    certificates?: string;
                    /** @description Goods are there on one of these days. */
                    from?: components["schemas"]["TradeDay"];
                    to?: components["schemas"]["TradeDay"];
                    /** @description So much is left at least. */
                    least?: components["schemas"]["Kg"];
                    /** @description Of the variety's reference price at the farm gate; what a post asks or bids is nobody's to search by. */
                    price_from?: components["schemas"]["VndPerKg"];
                    price_to?: components["schemas"]["VndPerKg"];
                    /** @description By road from the own organisation's commune; a visitor has none. */
                    within_km?: number;
                    /** @description Newest first when it is left out. */
                    order?: "newest" | "price" | "near";
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_MarketOffer"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many trade here and how much is open, for the front page. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketSummary"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who has or had an account in the own organisation. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MemberList"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * A director opens an account for a colleague and tells them the first password. Once the office knows the organisation, a new
         *     director is asked for as a guarded change of somebody who is a member.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AddMember"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MemberView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who came into the own organisation, who was given which role, who left, and by whose hand; newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_MemberEventView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Closes a colleague's account; the last director stays, and so does another director whom the office knows to lead. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UserId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MemberView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/reset-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A director makes a link for a colleague, who is told; for another director the operator does. A link made before no longer works. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UserId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResetLinkMade"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Gives a colleague another role, from their next click on; the last director stays one. Once the office knows the organisation,
         *     others become or stop being directors by a guarded change alone.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UserId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeRole"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MemberView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own notices, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_NoticeView"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks as read what was on the screen; what came meanwhile stays unread. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReadNotices"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many are unread. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Unread"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own organisation's offers, newest first; the office reads everybody's. */
        get: {
            parameters: {
                query?: {
                    status?: "open" | "withdrawn" | "expired";
                    variety?: components["schemas"]["Slug"];
                    /** @description Part of a variety's name; marks may be left out. */
                    q?: string;
                    /** @description For the office: of one organisation alone. */
                    organisation?: components["schemas"]["OrgId"];
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_OfferView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Offers goods on the market; a repeated request with the same key shows what the first one made. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description 8 to 100 characters */
                    "idempotency-key"?: string | null;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OfferTerms"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One offer. Its ask is shown to its own organisation alone. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["OfferId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Changes an open offer, never below what proposals and contracts hold of it. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["OfferId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditOffer"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/indication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who would buy an offer now, and at about which price. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["OfferId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IndicationView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/last-round": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the last round made of an offer, and why the rest stayed. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["OfferId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LastRound"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a photo (JPEG, PNG, WebP) of at most 10 MB, six to an offer; an officer to what the office entered and nobody answered. It is turned upright, shrunk to 2,000 pixels and written anew
         *     without what the phone put into it, such as the place. The same file sent again is the same photo.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["OfferId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": number[];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PhotoView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/photos/{photo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a photo. */
        get: {
            parameters: {
                query?: {
                    /** @description 320 pixels at most, for lists. */
                    small?: boolean;
                };
                header?: never;
                path: {
                    id: components["schemas"]["OfferId"];
                    photo: components["schemas"]["PhotoId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": number[];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Takes a photo away; an officer only as long as nobody answered what the office entered. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["OfferId"];
                    photo: components["schemas"]["PhotoId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the quantity of an offer changed, and what came of it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["OfferId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuantityTrail"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be asked about an offer, and what was since the last round. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["OfferId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WhatIfView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Asks what the last round would have taken of an offer; 20 questions an offer and round, the same one again costs nothing. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["OfferId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Question"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AskedView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an offer out of the next rounds; proposals and contracts that exist stay. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["OfferId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Withdraw"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfferView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What officers did for members beside posts, newest first. */
        get: {
            parameters: {
                query?: {
                    organisation?: components["schemas"]["OrgId"];
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_OfficeActView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Appeals that wait for an answer, oldest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_AppealFile"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/appeals/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An officer answers an appeal, and may take the organisation back with the answer; its members are told. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["AppealId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AnswerAppeal"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppealView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/assisted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the office entered for members, newest first. */
        get: {
            parameters: {
                query?: {
                    status?: components["schemas"]["AssistedStatus"];
                    organisation?: components["schemas"]["OrgId"];
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_AssistedView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/assisted/{id}/slip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An officer records that a member signed for what the office entered: photo or PDF of the slip, its reference and day. The entry no longer
         *     lapses while it stays as it was signed for; the organisation is told, and may still say that it did not ask.
         */
        post: {
            parameters: {
                query: {
                    /** @description What the office files it under. */
                    reference: string;
                    /** @description The day on the paper. */
                    signed_on: components["schemas"]["TradeDay"];
                    /** @description The version of the offer or demand that was on the screen. */
                    version: number;
                    /** @description The bytes of each photographed page, as with a certificate's scans. */
                    pages?: string;
                };
                header?: never;
                path: {
                    id: components["schemas"]["AssistedId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": number[];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AssistedView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/catalogue/varieties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a variety, and its product where that is new too. A repeated request with the same key shows what the first one made. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description 8 to 100 characters */
                    "idempotency-key"?: string | null;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AddVariety"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VarietyFile"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/catalogue/varieties/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A variety as the office wrote it last, and every change. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: components["schemas"]["Slug"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VarietyFile"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Changes a variety: its names, its season, its unit, whether it rests. Its short name and its product stay, because posts carry them. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: components["schemas"]["Slug"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeVariety"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VarietyFile"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates of all organisations, oldest first. */
        get: {
            parameters: {
                query?: {
                    status?: "submitted" | "verified" | "refused" | "suspended";
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_CertificateFile"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/certificates/exceeding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who offers or has under contract more than the papers can grow, in the season of today. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_Exceeding"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/certificates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** An officer corrects a member's certificate by its paper; it then waits to be verified again. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["CertificateId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CorrectCertificate"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/certificates/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verifies, refuses or suspends a certificate, with a reason either way; its holder is told. Whoever verifies or refuses names the
         *     version that was on the screen, which counts up with every edit and every scan that comes or goes: what was not seen is not verified.
         *     A suspension counts whatever changed meanwhile.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["CertificateId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes that wait for the office, oldest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_GuardedChangeFile"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All organisations or all certificates, oldest first, at most 10,000. */
        get: {
            parameters: {
                query: {
                    kind: "organisations" | "certificates";
                    format?: "xlsx" | "csv";
                    /** @description Of the headers and the words. */
                    language?: "vi" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": number[];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/market": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Supply and demand by product over the next twelve weeks, and why the rest found nobody. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketBalance"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations by name; those that wait for the office oldest first. */
        get: {
            parameters: {
                query: {
                    status?: "submitted" | "verified" | "paused" | "refused" | "suspended" | "closed";
                    kind?: "cooperative" | "production_group" | "farm" | "enterprise";
                    /** @description Part of the name; marks may be left out. */
                    q?: string;
                    page: {
                        /** Format: uuid */
                        after?: string | null;
                        /**
                         * Format: int64
                         * @description 1 to 100.
                         */
                        limit?: number | null;
                    };
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_OrganisationView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * An officer registers an organisation whose people have no phone or address yet. It waits like every other to be verified, and its
         *     first director joins by an invitation. A repeated request with the same key shows what the first one made.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description 8 to 100 characters */
                    "idempotency-key"?: string | null;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EnterOrganisation"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organisation's file. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["OrgId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationFile"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/organisations/{id}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An officer enters a member's certificate from its paper. It waits to be verified like every other, as a step of its own. A repeated
         *     request with the same key shows what the first one made.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description 8 to 100 characters */
                    "idempotency-key"?: string | null;
                };
                path: {
                    id: components["schemas"]["OrgId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EnterCertificate"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CertificateView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/organisations/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The office takes an organisation out of the market that is no more: dissolved, merged, or entered twice. Refused while a
         *     proposal, a contract or a payment is open; what is posted is withdrawn, its members are told. Verifying takes it back.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["OrgId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CloseOrganisation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/organisations/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * An officer corrects how a member is reached: phone and address, and nothing else of it. The number from before is kept, and the members
         *     are told.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["OrgId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CorrectContact"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/organisations/{id}/demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An officer enters a demand for a buyer, which is told and has fourteen days to say that it asked for it. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description 8 to 100 characters */
                    "idempotency-key"?: string | null;
                };
                path: {
                    id: components["schemas"]["OrgId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EnterDemand"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AssistedView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/organisations/{id}/demands/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An officer enters a demand for several delivery points of a buyer, which is told and has fourteen days to say of each that it asked for it. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description 8 to 100 characters */
                    "idempotency-key"?: string | null;
                };
                path: {
                    id: components["schemas"]["OrgId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EnterDemandForPoints"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DemandsPosted"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/organisations/{id}/documents/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An officer accepts a paper, asks for another version, refuses it, or does without it; the directors are told when something is left to do. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["OrgId"];
                    item: components["schemas"]["DocumentItem"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecideDocument"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChecklistView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/organisations/{id}/documents/{item}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An officer sends a version of a paper for a member, which is told. It is looked at and decided as a step of its own. */
        post: {
            parameters: {
                query?: {
                    /**
                     * @description The bytes of each page, with commas between them, where the body holds several pictures one behind the other: 2 to 12, at most
                     *     20 MB together. They become one PDF in this order.
                     */
                    pages?: string;
                };
                header?: never;
                path: {
                    id: components["schemas"]["OrgId"];
                    item: components["schemas"]["DocumentItem"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": number[];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChecklistView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/organisations/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The office invites the first director of an organisation that it entered itself; a link it made before opens nothing any more. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["OrgId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InviteDirector"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationMade"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/organisations/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the office wrote down about an organisation, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path: {
                    id: components["schemas"]["OrgId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_OfficeNoteView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * An officer writes something down about an organisation for the office alone; the organisation is told nothing. A repeated request with
         *     the same key shows what the first one made.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description 8 to 100 characters */
                    "idempotency-key"?: string | null;
                };
                path: {
                    id: components["schemas"]["OrgId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WriteOfficeNote"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OfficeNoteView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/organisations/{id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An officer enters an offer for a supplier, which is told and has fourteen days to say that it asked for it. A repeated request with the
         *     same key shows what the first one made.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description 8 to 100 characters */
                    "idempotency-key"?: string | null;
                };
                path: {
                    id: components["schemas"]["OrgId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EnterOffer"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AssistedView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/organisations/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verifies, refuses or suspends an organisation, with a reason either way; its members are told. Papers that are lacking when it is
         *     verified are waived for that reason; those that were sent are decided first. A suspension ends its open
         *     proposals, its guarded changes and its invitations at once; what is signed goes on, and who waits for its signature is told.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["OrgId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole market at a glance. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MarketOverview"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prices in contracts beside the price board. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContractPrices"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/variety-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests that wait for the office, oldest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_VarietyRequestFile"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/variety-requests/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says no to a request, with a reason that everybody who asked reads. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["VarietyRequestId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RefuseVariety"];
                };
            };
            responses: {
                /** @description Refused */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officer/variety-requests/{id}/take-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Points a request to a variety that is there, which learns the names that were asked for. One that is new is added with
         *     `request` in the form of the variety.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["VarietyRequestId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TakeUp"];
                };
            };
            responses: {
                /** @description Taken up */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Outgoing mail, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_MailView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/mail/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a mail once more that was refused, given up or kept for want of a mail server: to the address its reader has now. One that holds
         *     a link or a code is not sent again, its reader asks for a new one.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["MailId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/reset-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The operator makes a link for anybody else, who is told. A link made before no longer works. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResetLinkFor"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResetLinkMade"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation of the person who is signed in. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Corrects what the organisation says about itself. Who it is in law is verified anew; who signs and where money goes change by
         *     a guarded change once the office knows the organisation.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditOrganisation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationView"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the own organisation asked the office to look at again, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_AppealView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** A director asks the office to look again at a refusal, a suspension or a closing; one at a time. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MakeAppeal"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppealView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of the own bank account, representative and directors, newest first, each with its steps. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GuardedChanges"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * A director asks for a new bank account, another representative or another director. A second member confirms it, the office decides, and after
         *     some days it takes effect; where nobody can confirm, the office decides alone and the wait is longer. One of each kind at a time.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskGuardedChange"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GuardedChangeView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/clerk-limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The limit of the own organisation's clerks. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClerkLimitView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** A director sets what clerks decide alone from now on; limits set before are kept with who set them. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SetClerkLimit"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClerkLimitView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A director takes the organisation out of the market. Refused while a proposal, a contract or a payment is open; what is
         *     posted is withdrawn. Its members still sign in and read what was agreed; the office can take it back.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CloseOrganisation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own organisation's papers: what the office asks of its kind, every version, everything that was said of it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChecklistView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/documents/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A director sends a version of a paper: a photo (JPEG, PNG, WebP), several that become one PDF, or a PDF of at most 10 MB.
         *     The file that waits already, sent again, is the same version.
         */
        post: {
            parameters: {
                query?: {
                    /**
                     * @description The bytes of each page, with commas between them, where the body holds several pictures one behind the other: 2 to 12, at most
                     *     20 MB together. They become one PDF in this order.
                     */
                    pages?: string;
                };
                header?: never;
                path: {
                    item: components["schemas"]["DocumentItem"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": number[];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChecklistView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/documents/{item}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A director takes back what was sent and nobody decided about yet: a wrong file. Its bytes go; that it was sent and taken back stays. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item: components["schemas"]["DocumentItem"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TakeBackDocument"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChecklistView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the own organisation came to stand where it stands, the newest step first; at most a hundred. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationStep"][];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A director rests the organisation for a season: what it posted stays and is left out of the rounds; proposals and contracts
         *     go on.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PauseOrganisation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A director ends the rest; what is posted is in the next round again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResumeOrganisation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own payments by due day: what a buyer owes, what a supplier is owed. */
        get: {
            parameters: {
                query: {
                    state?: "due" | "late" | "declared" | "confirmed";
                    /** @description Due on this day or later. */
                    from?: components["schemas"]["TradeDay"];
                    /** @description Due on this day or before. */
                    to?: components["schemas"]["TradeDay"];
                    page: {
                        /** Format: uuid */
                        after?: string | null;
                        /**
                         * Format: int64
                         * @description 1 to 100.
                         */
                        limit?: number | null;
                    };
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PaymentPage"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The supplier has the money of all these lines: all are confirmed, or none. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConfirmSeveral"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/declare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The buyer says that one transfer paid all these lines: all are declared, or none. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeclareSeveral"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/communes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Communes of today by their name, an old commune's name or an old district's. */
        get: {
            parameters: {
                query: {
                    /** @description What was typed; marks may be left out. */
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CommunesFound"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest week's prices of every variety. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PriceBoard"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prices/reference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One variety's recent weeks. */
        get: {
            parameters: {
                query: {
                    /** @example cam-canh */
                    variety: components["schemas"]["Slug"];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PriceHistory"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own organisation's proposals, newest first. */
        get: {
            parameters: {
                query?: {
                    status?: "open" | "agreed" | "declined" | "expired" | "stopped";
                    /** @description Open ones that wait for this side's answer. */
                    waits_for?: "me" | "them";
                    round?: components["schemas"]["RoundId"];
                    offer?: components["schemas"]["OfferId"];
                    demand?: components["schemas"]["DemandId"];
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_ProposalRow"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accepts a set of proposals, as a buyer does who chose among them; each one succeeds or fails by itself. For those above the own limit
         *     a clerk asks the directors.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AcceptSeveral"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AcceptedSeveral"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declines a set of proposals for one reason; what they reserved is free again. Each one succeeds or fails by itself. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeclineSeveral"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeclinedSeveral"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One proposal with all its revisions, and why it was made. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ProposalId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accepts a revision; when the other side accepted it too, the contract is made. A clerk above the own limit asks the directors instead:
         *     `approval` in the answer waits for them.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ProposalId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AcceptProposal"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{id}/approvals/{approval}/give": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A director approves what a clerk asked for: it is accepted or countered at once, in the director's name. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ProposalId"];
                    approval: components["schemas"]["ApprovalId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{id}/approvals/{approval}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A director says no to the clerk; the proposal stays open as it is. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ProposalId"];
                    approval: components["schemas"]["ApprovalId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RefuseApproval"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{id}/counter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts other terms to the other side: another price, other kilograms, other weeks. More kilograms are reserved or refused. A clerk above the
         *     own limit asks the directors instead.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ProposalId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CounterProposal"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declines; what was reserved is free again, and this pair is not proposed for some days. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["ProposalId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeclineProposal"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{id}/photos/{photo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a photo of the goods that are proposed, for both sides of the deal. */
        get: {
            parameters: {
                query?: {
                    /** @description 320 pixels at most, for lists. */
                    small?: boolean;
                };
                header?: never;
                path: {
                    id: components["schemas"]["ProposalId"];
                    photo: components["schemas"]["PhotoId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": number[];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recurring-demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own organisation's recurring demands, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_RecurringDemandView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Asks for goods every week. Weeks that are due already go on the market at once, the others when their day comes; a repeated
         *     request with the same key shows what the first one made.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description 8 to 100 characters */
                    "idempotency-key"?: string | null;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RecurringDemandTerms"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecurringDemandView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recurring-demands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One recurring demand. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["RecurringDemandId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecurringDemandView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Changes what the weeks that are not posted yet will ask for. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["RecurringDemandId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditRecurringDemand"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecurringDemandView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recurring-demands/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Posts nothing more; the demands that are on the market stay. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["RecurringDemandId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecurringDemandView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All rounds, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_RoundRow"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Runs a round now; a repeated request with the same key shows the round of the first one. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description 8 to 100 characters */
                    "idempotency-key"?: string | null;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoundView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the next round runs, and how the last one went. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NextRound"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One round: totals, what it gained and how near that is to the proven bound, its groups, and what it left. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["RoundId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoundView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Market, plan and prices of a round as a ZIP of plain CSV files, with every reserve price and no name; `check.py --round` checks it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["RoundId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/zip": number[];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/marginals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one more tonne would have gained in a round, by product, province and week. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["RoundId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Marginals"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/trades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a round put to both sides, with everything it knew; newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path: {
                    id: components["schemas"]["RoundId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_TradeView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/unmatched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a round left, line by line, and why. */
        get: {
            parameters: {
                query?: {
                    side?: "supplier" | "buyer";
                    product?: components["schemas"]["Slug"];
                    obstacle?: "no_counterparty" | "variety_not_accepted" | "own_organisation" | "grade_below" | "certificate_missing" | "windows_do_not_meet" | "too_far" | "payment_too_late" | "pair_resting" | "price_gap" | "weekly_capacity" | "outbid" | "lot_too_large" | "supplier_limit" | "share_limit" | "size_not_taken" | "sugar_below" | "juice_below";
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path: {
                    id: components["schemas"]["RoundId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_UnmatchedView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules of the market and how personal data is used: the latest edition, or another one. */
        get: {
            parameters: {
                query: {
                    /** @description vi or en. */
                    language: components["schemas"]["Language"];
                    /** @description Another edition than the latest. */
                    version?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RulesView"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The person's own searches, in the order they were kept. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearches"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Keeps a search and tells of posts made from now on; a repeated request with the same key shows what the first one made. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description 8 to 100 characters */
                    "idempotency-key"?: string | null;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SaveSearch"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearch"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives a kept search another name. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["SearchId"];
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RenameSearch"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearch"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Forgets a kept search; nothing new is told for it. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["SearchId"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionView"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for me: proposals to answer, contracts to sign, days to agree to, goods to send or to receive, money to pay or to confirm, papers to
         *     renew, changes to confirm, forecasts to make firm, papers of the organisation to send, what the office entered to confirm.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TaskList"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/variety-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the own organisation asked for, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description How many, 1 to 100. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_VarietyRequestView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Asks for a variety that the catalogue does not have. Who asks for a name that waits already joins those who did; a repeated
         *     request with the same key shows what the first one made.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description 8 to 100 characters */
                    "idempotency-key"?: string | null;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskedVariety"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VarietyRequestView"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptInvitation: {
            member: components["schemas"]["NewMember"];
            token: string;
        };
        AcceptOutcome: {
            accepted: boolean;
            /** @description It is worth more than the clerk decides alone: the directors are asked. */
            asked: boolean;
            id: components["schemas"]["ProposalId"];
            problem?: components["schemas"]["Problem"] | null;
        };
        AcceptProposal: {
            /**
             * Format: int32
             * @description The revision that was on the screen.
             */
            revision: number;
        };
        AcceptSeveral: {
            /** @description One to three hundred, each once. */
            items: components["schemas"]["AnswerOne"][];
        };
        /** @description What a person ticks. */
        Acceptance: {
            operating_rules?: boolean;
            personal_data?: boolean;
            /**
             * Format: int64
             * @description The edition that was on the screen.
             */
            version: number;
        };
        AcceptedSeveral: {
            /** @description In the order asked. */
            items: components["schemas"]["AcceptOutcome"][];
        };
        AccountEventView: {
            /** Format: date-time */
            at: string;
            /** @description Who did it; absent when it was done by a link alone. */
            by?: string | null;
            /** Format: uuid */
            id: string;
            step: components["schemas"]["AccountStep"];
        };
        /** @description The number of a bank account, without the spaces it is printed with. */
        AccountNumber: string;
        /** @enum {string} */
        AccountStep: "reset_link_made" | "password_reset" | "password_changed" | "sso_tied" | "sso_untied" | "made_director" | "made_clerk" | "made_viewer" | "made_driver" | "removed" | "erased";
        AccountView: components["schemas"]["UserDetails"] & {
            email_confirmed: boolean;
            role: components["schemas"]["Role"];
            sign_in: string;
            totp: boolean;
            /** Format: int64 */
            version: number;
        };
        /** @description The account of the organisation that is paid changes, or changed lately. */
        AccountWarning: {
            account?: components["schemas"]["BankAccount"] | null;
            /**
             * Format: date-time
             * @description From when the new account counts.
             */
            from: string;
            in_force: boolean;
        };
        /** @description Written out rather than flattened into: serde loses the names of flattened fields, and takes unknown ones. */
        AddMember: {
            email?: components["schemas"]["Email"] | null;
            language: components["schemas"]["Language"];
            name: components["schemas"]["Name"];
            /** @description 10 to 128 characters. */
            password: string;
            phone?: components["schemas"]["Phone"] | null;
            /** @description director, clerk, viewer or driver. */
            role: components["schemas"]["Role"];
            sign_in: components["schemas"]["SignInName"];
        };
        AddVariety: {
            new_product?: components["schemas"]["NewProduct"] | null;
            /** @description Other officers read it. */
            reason: components["schemas"]["Reason"];
            request?: components["schemas"]["VarietyRequestId"] | null;
            terms: components["schemas"]["VarietyTerms"];
        };
        /** @description One line of the report, as it is printed: labs write "KPH" or "< 0,01 mg/kg", so the lab's own verdict counts and not a sum of ours. */
        Analyte: {
            found: components["schemas"]["Name"];
            limit?: components["schemas"]["Name"] | null;
            name: components["schemas"]["Name"];
            passed: boolean;
        };
        AnswerAppeal: {
            /** @description The organisation reads it. */
            answer: components["schemas"]["Reason"];
            /** @description Takes the organisation back into the market; otherwise the decision stays. */
            reopen: boolean;
        };
        AnswerDayBody: {
            agree: boolean;
            /** @description The day that is answered, as it was on the screen. */
            day: components["schemas"]["TradeDay"];
            note?: components["schemas"]["Note"] | null;
        };
        /** @enum {string} */
        AnswerKind: "nobody" | "too_few" | "taken";
        AnswerOne: {
            id: components["schemas"]["ProposalId"];
            /**
             * Format: int32
             * @description The revision that was on the screen.
             */
            revision: number;
        };
        AnswerView: {
            fit?: components["schemas"]["CrowdView"] | null;
            kg_at_least?: components["schemas"]["Kg"] | null;
            kg_at_most?: components["schemas"]["Kg"] | null;
            kind: components["schemas"]["AnswerKind"];
            price?: components["schemas"]["PriceBand"] | null;
            reason?: components["schemas"]["ReasonView"] | null;
        };
        AppealAnswer: {
            answer: string;
            /** Format: date-time */
            at: string;
            /** @description The name of the officer. */
            by: string;
            /** @description Whether the organisation was taken back into the market with it. */
            reopened: boolean;
        };
        /** @description An appeal in the office's queue. */
        AppealFile: {
            appeal: components["schemas"]["AppealView"];
            organisation: components["schemas"]["OrgId"];
            organisation_name: string;
        };
        /** Format: uuid */
        AppealId: string;
        AppealView: {
            answer?: components["schemas"]["AppealAnswer"] | null;
            id: components["schemas"]["AppealId"];
            /** Format: date-time */
            made_at: string;
            /** @description The name of the director. */
            made_by: string;
            /** @description Why the office should decide otherwise. */
            reason: string;
        };
        /** Format: uuid */
        ApprovalId: string;
        /** @description What a clerk asked the own directors about a proposal; the other side does not see it. */
        ApprovalView: {
            /** Format: date-time */
            answered_at?: string | null;
            answered_by?: string | null;
            /** Format: date-time */
            asked_at: string;
            asked_by: string;
            id: components["schemas"]["ApprovalId"];
            message?: string | null;
            /** @description Why the director refused. */
            reason?: string | null;
            /** @description `waiting`, `given` or `refused`. One that is waiting and no longer waits was overtaken. */
            status: string;
            terms?: components["schemas"]["ProposalTerms"] | null;
            /** @description A director can answer it now. */
            waits: boolean;
            /** @description `accept` or `counter`. */
            wish: string;
        };
        /** @description One of the three values. */
        AskGuardedChange: {
            bank_account?: components["schemas"]["BankAccount"] | null;
            director?: components["schemas"]["AskRole"] | null;
            /** @description The own one, typed again. */
            password: string;
            /** @description Colleagues and the office read it. */
            reason: components["schemas"]["Reason"];
            representative?: components["schemas"]["Representative"] | null;
        };
        /** @description Whose role, and what it becomes: director, or of a director something else. */
        AskRole: {
            member: components["schemas"]["UserId"];
            /** @description director, clerk, viewer or driver. */
            role: components["schemas"]["Role"];
        };
        AskSigningCode: {
            password: string;
        };
        /** @description Who asked the office, and how: the trace of what somebody else typed. */
        Asked: {
            /** @description The member who asked; often somebody without an account. */
            name: components["schemas"]["Name"];
            note?: components["schemas"]["Note"];
            way: components["schemas"]["AskedBy"];
        };
        /** @enum {string} */
        AskedBy: "phone" | "office" | "paper" | "visit";
        /** @description What a member writes. */
        AskedVariety: {
            local_name?: components["schemas"]["Name"] | null;
            name: components["schemas"]["Name"];
            note?: components["schemas"]["Note"];
        };
        AskedView: {
            answer?: components["schemas"]["AnswerView"] | null;
            question: components["schemas"]["Question"];
        };
        /** Format: uuid */
        AssistedId: string;
        /** @enum {string} */
        AssistedStatus: "waiting" | "confirmed" | "refused" | "withdrawn" | "lapsed";
        AssistedView: {
            /** @description The member who asked the office. */
            asker: components["schemas"]["Name"];
            /**
             * Format: date-time
             * @description Without an answer it leaves the market then, unless there is a `slip`.
             */
            confirm_by: string;
            /** @description The office may still correct or withdraw it: nobody answered, and the organisation may trade. */
            correctable: boolean;
            /** Format: date-time */
            entered_at: string;
            /** @description Name of the officer. */
            entered_by: string;
            /** @description The variety of an offer, the product of a demand. */
            goods: components["schemas"]["Named"];
            id: components["schemas"]["AssistedId"];
            kg: components["schemas"]["Kg"];
            note: components["schemas"]["Note"];
            organisation: components["schemas"]["OrgId"];
            organisation_name: string;
            /**
             * Format: uuid
             * @description The offer or the demand.
             */
            post: string;
            reason?: components["schemas"]["Reason"] | null;
            /** Format: date-time */
            settled_at?: string | null;
            /** @description Who settled it; the clock has no name. */
            settled_by?: string | null;
            /** @description Of a supplier it is an offer, of a buyer a demand. */
            side: components["schemas"]["Side"];
            slip?: components["schemas"]["SlipView"] | null;
            /** @description `waiting`, `confirmed`, `refused`, `withdrawn` or `lapsed`. */
            status: components["schemas"]["AssistedStatus"];
            way: components["schemas"]["AskedBy"];
        };
        /** @enum {string} */
        Attribute: "vietgap" | "globalgap" | "organic" | "haccp" | "attp" | "ocop" | "gi" | "growing_area_code" | "lab_result" | "second" | "first" | "extra" | "size" | "brix" | "juice";
        Authorisation: {
            dated: components["schemas"]["TradeDay"];
            number: components["schemas"]["Name"];
            valid_to?: components["schemas"]["TradeDay"] | null;
        };
        /** @description By what right a person signs for a party. */
        Authority: {
            /** @enum {string} */
            kind: "registered_representative";
        } | {
            dated: components["schemas"]["TradeDay"];
            /** @enum {string} */
            kind: "authorisation";
            number: components["schemas"]["Name"];
            until?: components["schemas"]["TradeDay"] | null;
        };
        /** @description A band of prices in đồng per kg. */
        Band: {
            /** Format: int64 */
            avg: number;
            market: string;
            /** Format: int64 */
            max: number;
            /** Format: int64 */
            min: number;
            source: string;
        };
        /** @description Where money for this organisation goes. */
        BankAccount: {
            bank: components["schemas"]["Name"];
            holder: components["schemas"]["Name"];
            number: components["schemas"]["AccountNumber"];
        };
        /** Format: uuid */
        BatchId: string;
        BounceView: {
            /** Format: date-time */
            at: string;
            reason: string;
        };
        /** @enum {string} */
        Browser: "zalo" | "coc_coc" | "samsung" | "edge" | "opera" | "firefox" | "chrome" | "safari" | "other";
        /** @enum {string} */
        Carrier: "seller" | "buyer";
        CatalogueList: {
            certificate_kinds: components["schemas"]["KindView"][];
            products: components["schemas"]["ProductView"][];
        };
        CatalogueView: components["schemas"]["CatalogueList"] & {
            /** @description Changes with every change of what stands here; it is the answer's `ETag` too. */
            version: string;
        };
        /** @description What stands in a cell now. */
        CellText: {
            /** @description A column's stable name. */
            column: string;
            text: components["schemas"]["Note"];
        };
        /** @enum {string} */
        CertKind: "vietgap" | "globalgap" | "organic" | "haccp" | "attp" | "ocop" | "gi" | "growing_area_code" | "lab_result";
        /** @description A set of kinds. In JSON a list of their names; in the database and in a round the bits. */
        CertKinds: components["schemas"]["CertKind"][];
        /** @description A certificate with its holder. */
        CertificateFile: {
            certificate: components["schemas"]["CertificateView"];
            organisation: components["schemas"]["OrgId"];
            organisation_name: string;
        };
        /** Format: uuid */
        CertificateId: string;
        /** @description A certificate the supplier promises to hold on every delivery day. */
        CertificatePromise: {
            issuer: components["schemas"]["Name"];
            kind: components["schemas"]["CertKind"];
            number: components["schemas"]["Name"];
            valid_to: components["schemas"]["TradeDay"];
        };
        CertificateStep: {
            /** Format: date-time */
            at: string;
            /** @description What the office said. */
            reason?: string | null;
            /** @description submitted, verified, refused or suspended. */
            status: string;
            /** Format: int64 */
            version: number;
        };
        /** @description What is printed on the paper. */
        CertificateTerms: {
            /** Format: int32 */
            area_m2?: number | null;
            criteria?: components["schemas"]["OcopCriteria"] | null;
            expected?: components["schemas"]["Kg"] | null;
            issued_on: components["schemas"]["TradeDay"];
            /** @description Of a lab result the lab. */
            issuer: components["schemas"]["Name"];
            kind: components["schemas"]["CertKind"];
            lab?: components["schemas"]["LabResult"] | null;
            /** @description Of a growing area the code itself, of a lab result the number of the report. */
            number: components["schemas"]["Name"];
            old_commune?: components["schemas"]["OldCommune"] | null;
            /**
             * Format: int32
             * @description For OCOP alone.
             */
            stars?: number | null;
            /** @description The last day it counts. */
            valid_to: components["schemas"]["TradeDay"];
            /** @description The whole site when empty. */
            varieties?: components["schemas"]["Slug"][];
        };
        /** @description A certificate as its holder and the programme office see it. */
        CertificateView: {
            /** @description The last day it counts has passed. */
            expired: boolean;
            id: components["schemas"]["CertificateId"];
            /** @description Of a lab result: whether nothing was above its limit. */
            passed?: boolean | null;
            plot?: components["schemas"]["PlaceView"] | null;
            /** @description Photos and PDFs of the paper, oldest first. */
            scans: components["schemas"]["ScanView"][];
            /** @description submitted, verified, refused or suspended. */
            status: string;
            /** Format: date-time */
            status_at: string;
            /** @description What the office said. */
            status_reason?: string | null;
            terms: components["schemas"]["CertificateTerms"];
            /** Format: int64 */
            version: number;
        };
        CertificateWords: {
            value: components["schemas"]["CertKind"];
            words: string[];
        };
        ChangePassword: {
            current: string;
            password: string;
        };
        ChangeRole: {
            /** @description director, clerk, viewer or driver. */
            role: components["schemas"]["Role"];
            /** Format: int64 */
            version: number;
        };
        ChangeVariety: {
            /** @description Other officers read it. */
            reason: components["schemas"]["Reason"];
            terms: components["schemas"]["VarietyTerms"];
            /**
             * Format: int64
             * @description The version that was on the screen.
             */
            version: number;
        };
        /**
         * @description Something a revision changed: `farm_gate`, `freight`, `carrier`, `payment_days`, `deposit`, `retention`, `without`, or `kg` of a
         *     week. A deposit and a retention are said as `percent/days`.
         */
        ChangeView: {
            /** @description Absent where the week is gone. */
            after?: string | null;
            /** @description Absent where the week was not there. */
            before?: string | null;
            field: string;
            week?: components["schemas"]["Week"] | null;
        };
        /** @description The papers of one organisation. */
        ChecklistView: {
            /** @description Nothing is lacking, and nothing waits for the office. */
            complete: boolean;
            items: components["schemas"]["DocumentItemView"][];
        };
        /**
         * Format: int64
         * @description Up to which value of a whole deal, before VAT, clerks bind their organisation alone. A director sets it; until then clerks decide
         *     nothing alone.
         * @example 50000000
         */
        ClerkLimit: number;
        /** @description Up to which value of a whole deal, before VAT, clerks accept and counter alone. */
        ClerkLimitView: {
            /** @description In đồng; 0 as long as nobody set another one: then a director approves everything. */
            limit: components["schemas"]["ClerkLimit"];
            /** Format: date-time */
            set_at?: string | null;
            set_by?: string | null;
        };
        /**
         * @description A wall-clock time of day to the minute, `05:30`.
         * @example 05:30
         */
        ClockTime: string;
        CloseDemand: {
            reason?: components["schemas"]["Reason"] | null;
            /**
             * Format: int64
             * @description The version that was on the screen.
             */
            version: number;
        };
        CloseOrganisation: {
            /** @description The office reads it. */
            reason: components["schemas"]["Reason"];
            /** Format: int64 */
            version: number;
        };
        CodeView: {
            /**
             * Format: date-time
             * @description When another one may be asked for.
             */
            again_at: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: int32 */
            tries_left: number;
        };
        ColumnWords: {
            /** @description The field of a line, or `district` and `province`, which stand beside a commune. */
            column: string;
            words: string[];
        };
        /** @description What is to hold at every point; what is left out stays as it is at each. Goods, weeks, place, hours and note are each point's own. */
        CommonTerms: {
            bid?: components["schemas"]["VndPerKg"] | null;
            certificates?: components["schemas"]["CertKinds"] | null;
            dues?: components["schemas"]["DueTerms"] | null;
            /**
             * Format: int32
             * @description The largest part of each point that one supplier may have, in percent; zero for any part.
             */
            max_share?: number | null;
            /**
             * Format: int32
             * @description The most suppliers at each point; zero for any number.
             */
            max_suppliers?: number | null;
            min_grade?: components["schemas"]["Grade"] | null;
            /** Format: int32 */
            payment_days?: number | null;
            preferred?: components["schemas"]["Preference"][] | null;
            quality?: components["schemas"]["Quality"] | null;
        };
        /** @description A commune or ward since July 2025: `04795`. */
        CommuneCode: string;
        CommuneRead: {
            choices: string[];
            code?: string | null;
            place?: components["schemas"]["PlaceView"] | null;
        };
        CommuneView: {
            code: string;
            name: string;
            /** @description The districts it was made of, most of it first. */
            old_districts: components["schemas"]["OldDistrictView"][];
            province: string;
        };
        CommunesFound: {
            items: components["schemas"]["CommuneView"][];
        };
        ComparedContract: {
            id: components["schemas"]["ContractId"];
            /** @description `signing`, `half_signed`, `in_force`, `completed`, `terminated` or `expired`. */
            status: string;
        };
        /** @description A proposal beside the others for the same demand. */
        ComparedProposal: components["schemas"]["ProposalRow"] & {
            contract?: components["schemas"]["ComparedContract"] | null;
            days?: components["schemas"]["Window"] | null;
            /**
             * Format: int64
             * @description What the supplier takes off every kilogram because the contract is this large; in the price already. Absent once the parties
             *     changed the price or the kilograms.
             */
            discount?: number | null;
            /** @description Papers that it promises and that do not stand for every week: nobody can accept it as it is. */
            gone: components["schemas"]["CertKind"][];
            pickup?: components["schemas"]["PlaceView"] | null;
            /** @description What the buyer pays more for; in the price already. */
            premiums: components["schemas"]["Preference"][];
            /** @description What the supplier measured of the goods beyond the grade. */
            quality?: components["schemas"]["Quality"];
            /**
             * Format: int32
             * @description In tens, as everywhere before a contract names the places.
             */
            road_km: number;
        };
        /** @description The clauses of a contract beside goods, price and schedule. */
        Conditions: {
            /**
             * Format: int32
             * @description How long after receipt either side may still object to quantity or quality.
             */
            complaint_hours: number;
            forum: components["schemas"]["Forum"];
            mediator: components["schemas"]["Mediator"];
            /** Format: int32 */
            negotiation_days: number;
            /** @description The penalty on the value of the breached part. */
            penalty: components["schemas"]["Percent"];
            /** @description A move of the reference price beyond this reopens the price of what is not yet delivered. */
            renegotiation: components["schemas"]["Percent"];
            /** @description How far the kilograms of a line may leave the plan, either way. */
            tolerance: components["schemas"]["Percent"];
        };
        ConfirmAssisted: {
            /**
             * Format: int64
             * @description The version of the offer or demand that was on the screen: nobody confirms what the office changed meanwhile.
             */
            version: number;
        };
        ConfirmEmail: {
            token: string;
        };
        ConfirmGuardedChange: {
            /** @description The own one, typed again. */
            password: string;
            /**
             * Format: int64
             * @description The version that was on the screen.
             */
            version: number;
        };
        ConfirmSeveral: {
            /** @description One to a hundred, each once. */
            items: components["schemas"]["FoundLine"][];
        };
        ConfirmTotp: {
            /** @description The six digits that the app shows. */
            code: string;
        };
        /** @enum {string} */
        ConsentTo: "operating_rules" | "personal_data";
        ConsentView: {
            agreed_to: components["schemas"]["ConsentTo"];
            /** Format: date-time */
            at: string;
            /** @description SHA-256 of the edition, both languages. */
            hash: string;
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            way: components["schemas"]["ConsentWay"];
        };
        /** @enum {string} */
        ConsentWay: "registration" | "invitation" | "account";
        ContractEdition: {
            /** Format: int32 */
            edition: number;
            hash: string;
            /** Format: date-time */
            made_at: string;
        };
        ContractEvent: {
            /** Format: date-time */
            at: string;
            /** @description The reason, or how it was signed. */
            detail?: string | null;
            /** Format: int32 */
            edition: number;
            hash: string;
            /** @description `made`, `code_sent`, `signed`, `in_force`, `declined`, `terminated` or `expired`. */
            kind: string;
            name?: string | null;
            side?: components["schemas"]["Side"] | null;
        };
        /** Format: uuid */
        ContractId: string;
        /** @description A party as the contract names it; `domain::disclosure` says what the reader sees of it. */
        ContractParty: {
            address_line?: components["schemas"]["Name"] | null;
            bank_account?: components["schemas"]["BankAccount"] | null;
            email?: components["schemas"]["Email"] | null;
            kind: components["schemas"]["OrgKind"];
            name: components["schemas"]["Name"];
            org: components["schemas"]["OrgId"];
            phone?: components["schemas"]["Phone"] | null;
            /** @description Commune and province in full. */
            place: components["schemas"]["Name"];
            position?: components["schemas"]["Name"] | null;
            representative?: components["schemas"]["Name"] | null;
            tax_code?: components["schemas"]["TaxCode"] | null;
        };
        /** @description What contracts pay for a variety at the farm gate, in đồng per kg. */
        ContractPrice: {
            /** Format: int64 */
            contracts: number;
            /** Format: int64 */
            difference_permille?: number | null;
            kg: components["schemas"]["KgSum"];
            /**
             * Format: int64
             * @description Weighted by weight.
             */
            mean: number;
            /** Format: int64 */
            reference?: number | null;
            variety: string;
        };
        ContractPrices: {
            board_week?: components["schemas"]["Week"] | null;
            /**
             * Format: int64
             * @description All contracts together against the board, in thousandths; absent when no variety is on the board.
             */
            difference_permille?: number | null;
            items: components["schemas"]["ContractPrice"][];
        };
        /**
         * @description Where a contract stands; one that ran out of time to sign is expired at once, before the worker comes by.
         * @enum {string}
         */
        ContractStatus: "signing" | "half_signed" | "in_force" | "completed" | "terminated" | "expired";
        /** @description A line of the list. */
        ContractSummary: {
            buyer: components["schemas"]["PartyName"];
            deliveries: number;
            demo: boolean;
            /** @description First and last day of delivery. */
            first_day: components["schemas"]["TradeDay"];
            grade: components["schemas"]["Grade"];
            id: components["schemas"]["ContractId"];
            last_day: components["schemas"]["TradeDay"];
            /** @description Whether it waits for the own signature. */
            my_turn: boolean;
            number: string;
            /** Format: int32 */
            payment_days: number;
            price: components["schemas"]["VndPerKg"];
            /** Format: date-time */
            sign_by: string;
            status: components["schemas"]["ContractStatus"];
            /** Format: date-time */
            status_at?: string | null;
            supplier: components["schemas"]["PartyName"];
            total: components["schemas"]["Vnd"];
            total_kg: components["schemas"]["Kg"];
            variety_en: string;
            variety_vi: string;
            /** Format: int64 */
            version: number;
        };
        /** @description The whole contract. */
        ContractView: {
            account_warning?: components["schemas"]["AccountWarning"] | null;
            demand: components["schemas"]["DemandId"];
            /** Format: int32 */
            edition: number;
            /** @description Every text there was, first to last. */
            editions: components["schemas"]["ContractEdition"][];
            ended_by?: components["schemas"]["Side"] | null;
            /** @description Oldest first. */
            events: components["schemas"]["ContractEvent"][];
            /** @description The SHA-256 of the text, in hexadecimal digits. */
            hash: string;
            id: components["schemas"]["ContractId"];
            my_code?: components["schemas"]["CodeView"] | null;
            my_side?: components["schemas"]["Side"] | null;
            my_turn: boolean;
            number: string;
            offer: components["schemas"]["OfferId"];
            proposal: components["schemas"]["ProposalId"];
            reason?: string | null;
            /** Format: date-time */
            sign_by: string;
            signatures: components["schemas"]["SignatureView"][];
            status: components["schemas"]["ContractStatus"];
            /**
             * Format: date-time
             * @description Since when; absent while nobody has signed.
             */
            status_at?: string | null;
            terms: components["schemas"]["TermsView"];
            /** Format: int64 */
            version: number;
            /** @description Whose signatures are missing. */
            waits_for: components["schemas"]["Side"][];
        };
        CorrectCertificate: {
            asked: components["schemas"]["Asked"];
            terms: components["schemas"]["CertificateTerms"];
            /**
             * Format: int64
             * @description The version that was on the screen.
             */
            version: number;
        };
        CorrectContact: {
            address_line?: components["schemas"]["Name"] | null;
            asked: components["schemas"]["Asked"];
            commune: components["schemas"]["CommuneCode"];
            old_district?: components["schemas"]["OldDistrictCode"] | null;
            phone: components["schemas"]["Phone"];
            /**
             * Format: int64
             * @description The version of the organisation that was on the screen.
             */
            version: number;
        };
        CounterProposal: {
            message?: components["schemas"]["Note"] | null;
            /** Format: int32 */
            revision: number;
            terms: components["schemas"]["ProposalTerms"];
        };
        /**
         * @description How many organisations, coarse enough to name nobody.
         * @enum {string}
         */
        CrowdView: "none" | "few" | "three_to_five" | "six_to_ten" | "over_ten";
        DayStepView: {
            /** Format: date-time */
            at: string;
            day: components["schemas"]["TradeDay"];
            note?: components["schemas"]["Note"] | null;
            word: components["schemas"]["DayWord"];
        };
        DayView: {
            confirmed?: components["schemas"]["TradeDay"] | null;
            /**
             * Format: int64
             * @description Whole days that the confirmed day lies outside the asked ones: before them less than nothing.
             */
            days_moved?: number | null;
            /**
             * Format: int64
             * @description Whole days between what was confirmed, otherwise asked, and what was done: after it more than nothing.
             */
            days_off?: number | null;
            done?: components["schemas"]["TradeDay"] | null;
            /** @description Everything that was said, in order. */
            steps: components["schemas"]["DayStepView"][];
            waiting?: components["schemas"]["TradeDay"] | null;
        };
        /** @enum {string} */
        DayWord: "named" | "agreed" | "refused";
        /** @description The contract a line belongs to, as the reader knows it. */
        DealFacts: {
            contract: components["schemas"]["ContractId"];
            contract_number: string;
            /** @description `in_force`, `completed` or `terminated`. */
            contract_status: string;
            goods_en: components["schemas"]["Name"];
            goods_vi: components["schemas"]["Name"];
            grade: components["schemas"]["Grade"];
            /** @description The name of the other side, as in the contract. */
            other_party: components["schemas"]["Name"];
        };
        /** @description The money of one delivery, or one of the contract's own debts. */
        DebtView: components["schemas"]["DealFacts"] & {
            accepted_kg?: components["schemas"]["Kg"] | null;
            account_warning?: components["schemas"]["AccountWarning"] | null;
            bank_account?: components["schemas"]["BankAccount"] | null;
            due?: components["schemas"]["DueKind"] | null;
            /**
             * Format: int32
             * @description Number of the line in its contract; absent for one of the contract's own debts.
             */
            line?: number | null;
            /** @description Who pays: the buyer, or the supplier who gives back the rest of a deposit. */
            payer: components["schemas"]["Side"];
            payment: components["schemas"]["PaymentView"];
            share?: components["schemas"]["ShareView"] | null;
            week?: components["schemas"]["Week"] | null;
        };
        DecideDocument: {
            reason?: components["schemas"]["Reason"] | null;
            /**
             * Format: int32
             * @description Number of the last event of this paper on the screen; 0 when there is none.
             */
            seen: number;
            /** @description `accepted`, `revise`, `refused` or `waived`. */
            step: components["schemas"]["DocumentStep"];
        };
        DecideGuardedChange: {
            /** @description Lets it take effect after the wait; otherwise it is over. */
            approve: boolean;
            /** @description The organisation reads it. */
            reason: components["schemas"]["Reason"];
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        Decision: "verify" | "refuse" | "suspend";
        DeclareBody: {
            /** @description The amount that was on the screen: all that is owed for the line. */
            amount: components["schemas"]["Vnd"];
            reference?: components["schemas"]["Name"] | null;
        };
        DeclareSeveral: {
            /** @description One to a hundred, each once, all to one account. */
            items: components["schemas"]["PaidLine"][];
            reference?: components["schemas"]["Name"] | null;
        };
        DeclineOutcome: {
            declined: boolean;
            id: components["schemas"]["ProposalId"];
            problem?: components["schemas"]["Problem"] | null;
        };
        DeclineProposal: {
            /** @description The other side reads it. */
            reason: components["schemas"]["Reason"];
            /** Format: int32 */
            revision: number;
        };
        DeclineSeveral: {
            /** @description One to three hundred, each once. */
            items: components["schemas"]["AnswerOne"][];
            /** @description The other sides read it. */
            reason: components["schemas"]["Reason"];
        };
        DeclineView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Side"];
            reason: string;
        };
        DeclinedSeveral: {
            /** @description In the order asked. */
            items: components["schemas"]["DeclineOutcome"][];
        };
        /** @description One week's delivery with its payment. */
        DeliveryLineView: {
            day: components["schemas"]["DayView"];
            /**
             * Format: int64
             * @description Whole days past the window while nothing was dispatched and still may be.
             */
            days_late?: number | null;
            dispatch?: components["schemas"]["DispatchView"] | null;
            inspecting?: components["schemas"]["InspectingView"] | null;
            /** @description The most that may be sent and accepted: the plan and the tolerance of the contract. */
            most_kg: components["schemas"]["Kg"];
            /** Format: int32 */
            number: number;
            payment?: components["schemas"]["PaymentView"] | null;
            planned_amount?: components["schemas"]["Vnd"] | null;
            planned_kg: components["schemas"]["Kg"];
            receipt?: components["schemas"]["ReceiptView"] | null;
            share?: components["schemas"]["ShareView"] | null;
            /** @description `planned`, `dispatched`, `inspecting`, `received` or `missed`. */
            status: string;
            week: components["schemas"]["Week"];
            /** @description The days asked for, as signed. */
            window: components["schemas"]["Window"];
        };
        /** @description All lines of a contract. */
        DeliveryLinesView: {
            contract: components["schemas"]["ContractId"];
            /** @description `signing`, `half_signed`, `in_force`, `completed`, `terminated` or `expired`. */
            contract_status: string;
            dues?: components["schemas"]["DuesView"] | null;
            lines: components["schemas"]["DeliveryLineView"][];
            progress: components["schemas"]["ProgressView"];
            punctuality: components["schemas"]["PunctualityView"];
            quality?: components["schemas"]["QualityPromise"] | null;
            /** Format: int64 */
            version: number;
            way?: components["schemas"]["WayView"] | null;
        };
        DeliveryPoint: {
            delivery_commune: components["schemas"]["CommuneCode"];
            delivery_point?: components["schemas"]["GeoPoint"] | null;
            /** @description What it takes in a usual week. Every week of the form is split in these proportions, to the kilogram. */
            kg: components["schemas"]["Kg"];
            /** @description Which store, which gate: stands before the note of the form. */
            note?: components["schemas"]["Note"];
        };
        /** @description One line with its contract. A driver is shown no money. */
        DeliveryView: components["schemas"]["DealFacts"] & {
            dock: components["schemas"]["Name"];
            hours: components["schemas"]["Hours"];
            line: components["schemas"]["DeliveryLineView"];
            /** @description Where the goods are loaded, the buyer's dock, and when it receives. */
            pickup: components["schemas"]["Name"];
        };
        DemandForPoints: {
            points: components["schemas"]["DeliveryPoint"][];
            /** @description What holds at every point, with the whole weight of every week. Its place gives way to the points'. */
            terms: components["schemas"]["DemandTerms"];
            title?: components["schemas"]["Title"] | null;
        };
        DemandGroup: {
            id: components["schemas"]["BatchId"];
            kg_held: components["schemas"]["Kg"];
            /** @description Of those that are neither withdrawn nor closed. */
            kg_total: components["schemas"]["Kg"];
            /** @description In the order of the form. */
            points: components["schemas"]["DemandPoint"][];
        };
        /** Format: uuid */
        DemandId: string;
        DemandLine: {
            /** @description The highest price delivered. Nobody but the owner sees it. */
            bid: components["schemas"]["VndPerKg"];
            /** @description All of these, valid on the day of delivery. */
            certificates?: components["schemas"]["CertKinds"];
            delivery_commune: components["schemas"]["CommuneCode"];
            delivery_hours: components["schemas"]["Hours"];
            /** @description What is paid ahead and what is kept back. */
            dues?: components["schemas"]["DueTerms"];
            /** @description Goods are wanted in every week that shares a day with these. */
            from: components["schemas"]["TradeDay"];
            kg_per_week: components["schemas"]["Kg"];
            /**
             * Format: int32
             * @description The largest part of all weeks together that one supplier may have, in percent; zero for any part.
             */
            max_share?: number;
            /**
             * Format: int32
             * @description The most suppliers to deal with; zero for any number.
             */
            max_suppliers?: number;
            min_grade: components["schemas"]["Grade"];
            /** @description The smallest contract that a round may make of it, all weeks together; zero for any. */
            min_lot?: components["schemas"]["Kg"];
            note?: components["schemas"]["Note"];
            /** Format: int32 */
            payment_days: number;
            /** @description Not required, but worth more: each attribute once, four at most. */
            preferred?: components["schemas"]["Preference"][];
            product: components["schemas"]["Slug"];
            /** @description What is required beyond the grade. */
            quality?: components["schemas"]["Quality"];
            to: components["schemas"]["TradeDay"];
            /** @description Any variety of the product when empty. */
            varieties?: components["schemas"]["Slug"][];
        };
        /** @description Lines are read one by one, so that one that cannot be read hides no other. */
        DemandList: {
            /** @description One to five hundred. */
            lines: components["schemas"]["DemandLine"][];
        };
        /** @description Another delivery point of the same form. */
        DemandPoint: {
            /** @description Whether it may be edited or withdrawn: also one that is filled, until its weeks are over. */
            changeable: boolean;
            delivery: components["schemas"]["PlaceView"];
            id: components["schemas"]["DemandId"];
            kg_held: components["schemas"]["Kg"];
            kg_left: components["schemas"]["Kg"];
            kg_total: components["schemas"]["Kg"];
            /** @description Its first line says which store or gate it is. */
            note: components["schemas"]["Note"];
            status: components["schemas"]["DemandStatus"];
            title?: components["schemas"]["Title"] | null;
            /**
             * Format: int64
             * @description Send it with a change of all points.
             */
            version: number;
        };
        /** @description What was proposed for a demand. */
        DemandProposals: {
            /** @description Those that became contracts, on every page; without contracts that ended or were never signed in time. */
            agreed: components["schemas"]["TallyView"];
            items: components["schemas"]["ComparedProposal"][];
            /** @description In all weeks. */
            kg_asked: components["schemas"]["Kg"];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
            /** @description Those that wait for an answer, on every page. */
            open: components["schemas"]["TallyView"];
        };
        /** @enum {string} */
        DemandStatus: "open" | "filled" | "closed" | "withdrawn" | "expired";
        /** @description The form of a demand, and what its owner sees of it. */
        DemandTerms: {
            /** @description The highest price delivered, for goods without anything preferred. Nobody but the owner sees it. */
            bid: components["schemas"]["VndPerKg"];
            /** @description All of these, valid on the day of delivery. */
            certificates?: components["schemas"]["CertKinds"];
            delivery_commune: components["schemas"]["CommuneCode"];
            delivery_hours: components["schemas"]["Hours"];
            delivery_point?: components["schemas"]["GeoPoint"] | null;
            /** @description What is paid ahead and what is kept back; none of both where nothing is said. */
            dues?: components["schemas"]["DueTerms"];
            /**
             * Format: int32
             * @description The largest part of all weeks together that one supplier may have, in percent; zero for any part.
             */
            max_share?: number;
            /**
             * Format: int32
             * @description The most suppliers to deal with; zero for any number.
             */
            max_suppliers?: number;
            min_grade: components["schemas"]["Grade"];
            /** @description The smallest contract that a round may make of it, all weeks together; zero for any. Many suppliers ask less for much. */
            min_lot?: components["schemas"]["Kg"];
            note?: components["schemas"]["Note"];
            /** Format: int32 */
            payment_days: number;
            /** @description Not required, but worth more: each attribute once, four at most. */
            preferred?: components["schemas"]["Preference"][];
            product: components["schemas"]["Slug"];
            /**
             * @description What is required beyond the grade: every size of a lot among these, sugar and juice at least these. An offer that does not
             *     state what is asked for does not fit.
             */
            quality?: components["schemas"]["Quality"];
            /** @description Any variety of the product when empty. */
            varieties?: components["schemas"]["Slug"][];
            /** @description In order, each week once. */
            weeks: components["schemas"]["DemandWeek"][];
        };
        /** @description The form as it was filled in. */
        DemandTermsView: {
            bid?: components["schemas"]["VndPerKg"] | null;
            certificates: components["schemas"]["CertKinds"];
            delivery_commune: components["schemas"]["CommuneCode"];
            delivery_hours: components["schemas"]["Hours"];
            delivery_point?: components["schemas"]["GeoPoint"] | null;
            /** @description What is paid ahead and what is kept back. */
            dues?: components["schemas"]["DueTerms"];
            /**
             * Format: int32
             * @description In percent of all weeks together; zero for any part.
             */
            max_share: number;
            /** Format: int32 */
            max_suppliers: number;
            min_grade: components["schemas"]["Grade"];
            /** @description The smallest contract that a round may make of it; zero for any. */
            min_lot: components["schemas"]["Kg"];
            note: components["schemas"]["Note"];
            /** Format: int32 */
            payment_days: number;
            /** @description Without the premiums for everybody but its own organisation. */
            preferred: components["schemas"]["PreferenceView"][];
            product: components["schemas"]["Slug"];
            /** @description What is required beyond the grade. */
            quality?: components["schemas"]["Quality"];
            varieties: components["schemas"]["Slug"][];
            weeks: components["schemas"]["DemandWeek"][];
        };
        DemandView: {
            assisted?: components["schemas"]["AssistedView"] | null;
            /** @description Whether it may be edited or withdrawn: also one that is filled, until its weeks are over. */
            changeable: boolean;
            /** @description Why it was closed, where that was said. */
            close_reason?: string | null;
            delivery: components["schemas"]["PlaceView"];
            group?: components["schemas"]["DemandGroup"] | null;
            id: components["schemas"]["DemandId"];
            /** @description In contracts that both sides signed. */
            kg_contracted: components["schemas"]["Kg"];
            /** @description In live proposals and contracts. */
            kg_held: components["schemas"]["Kg"];
            kg_left: components["schemas"]["Kg"];
            kg_total: components["schemas"]["Kg"];
            /** Format: date-time */
            posted_at: string;
            product: components["schemas"]["Named"];
            status: components["schemas"]["DemandStatus"];
            /** Format: int32 */
            suppliers_held: number;
            terms: components["schemas"]["DemandTermsView"];
            title?: components["schemas"]["Title"] | null;
            /** @description Any variety of the product when empty. */
            varieties: components["schemas"]["Named"][];
            /**
             * Format: int64
             * @description Send it with a change.
             */
            version: number;
            weeks: components["schemas"]["DemandWeekView"][];
        };
        DemandWeek: {
            kg: components["schemas"]["Kg"];
            week: components["schemas"]["Week"];
        };
        DemandWeekView: {
            kg: components["schemas"]["Kg"];
            kg_held: components["schemas"]["Kg"];
            kg_left: components["schemas"]["Kg"];
            week: components["schemas"]["Week"];
        };
        DemandsChecked: {
            /** @description Every fault of every other line: `lines.17.kg_per_week`. */
            errors: components["schemas"]["ProblemField"][];
            /** @description Lines that can be posted as they are. */
            good: number;
        };
        DemandsPosted: {
            /** @description In the order of the lines. */
            demands: components["schemas"]["DemandId"][];
            id: components["schemas"]["BatchId"];
        };
        DemoAccount: {
            organisation?: string | null;
            password: string;
            role: components["schemas"]["Role"];
            sign_in: string;
        };
        /** @description What leaves the farm. */
        DispatchBody: {
            /** @description At most the plan and the tolerance of the contract. */
            kg: components["schemas"]["Kg"];
            note?: components["schemas"]["Note"] | null;
            vehicle?: components["schemas"]["Name"] | null;
        };
        DispatchView: {
            /** Format: date-time */
            at: string;
            kg: components["schemas"]["Kg"];
            note?: components["schemas"]["Note"] | null;
            vehicle?: components["schemas"]["Name"] | null;
        };
        DisputeBody: {
            /** @description The buyer reads it. */
            reason: components["schemas"]["Reason"];
        };
        DocumentEventView: {
            /** Format: date-time */
            at: string;
            /** @description Name of the director or of the officer. */
            by?: string | null;
            document?: components["schemas"]["DocumentView"] | null;
            /** Format: int32 */
            number: number;
            reason?: components["schemas"]["Reason"] | null;
            step: components["schemas"]["DocumentStep"];
        };
        /** Format: uuid */
        DocumentId: string;
        /** @enum {string} */
        DocumentItem: "registration" | "cooperation_contract" | "farm_confirmation" | "election" | "authorisation";
        DocumentItemView: {
            /** @description Everything that happened, the newest first. */
            events: components["schemas"]["DocumentEventView"][];
            item: components["schemas"]["DocumentItem"];
            /** @description It is asked for and not there, or was not good enough. */
            lacking: boolean;
            reason?: components["schemas"]["Reason"] | null;
            /** @description Asked of every organisation of this kind; otherwise only of those it concerns. */
            required: boolean;
            /**
             * Format: int32
             * @description Number of the last event, 0 when there is none: a decision names it.
             */
            seen: number;
            step?: components["schemas"]["DocumentStep"] | null;
        };
        /** @enum {string} */
        DocumentStep: "sent" | "withdrawn" | "accepted" | "revise" | "refused" | "waived";
        /** @description What is known of a version; its bytes are at `/documents/{id}`. */
        DocumentView: {
            /** Format: int32 */
            bytes: number;
            id: components["schemas"]["DocumentId"];
            media: components["schemas"]["Media"];
        };
        DropTotp: {
            password: string;
        };
        /** @enum {string} */
        DueKind: "deposit" | "retention" | "return";
        /** @description Whole percents and days; a share of zero is none, whatever its days. */
        DueTerms: {
            /**
             * Format: int32
             * @description So many days after the last signature.
             * @example 3
             */
            deposit_days?: number;
            /**
             * Format: int32
             * @description Of the value of the contract, paid ahead; zero for none.
             * @example 20
             */
            deposit_percent?: number;
            /**
             * Format: int32
             * @description Paid so many days after the last accepted delivery of the contract.
             * @example 15
             */
            retention_days?: number;
            /**
             * Format: int32
             * @description Kept back of every accepted delivery; zero for none.
             * @example 5
             */
            retention_percent?: number;
        };
        DueView: {
            kind: components["schemas"]["DueKind"];
            payer: components["schemas"]["Side"];
            payment: components["schemas"]["PaymentView"];
        };
        DuesView: {
            /** @description Of the value that was signed. */
            deposit: components["schemas"]["Vnd"];
            doubled?: components["schemas"]["Vnd"] | null;
            /** @description Debts of the contract itself, those that are not owed yet among them. */
            items: components["schemas"]["DueView"][];
            /** @description What stays with the supplier because the buyer ended the contract while goods were still to come. */
            kept: components["schemas"]["Vnd"];
            late_deposit?: components["schemas"]["LateDepositView"] | null;
            /** @description What is not set off yet, or for ever. */
            left: components["schemas"]["Vnd"];
            /** @description Kept back of accepted deliveries so far. */
            retained: components["schemas"]["Vnd"];
            /** @description What of the deposit was set off against accepted deliveries so far. */
            set_off: components["schemas"]["Vnd"];
            terms: components["schemas"]["DueTerms"];
        };
        EditAccount: {
            details: components["schemas"]["UserDetails"];
            /** @description Typed again where the address changes: links for a new password go there. */
            password?: string | null;
            /** Format: int64 */
            version: number;
        };
        EditCertificate: {
            terms: components["schemas"]["CertificateTerms"];
            /**
             * Format: int64
             * @description The version that was on the screen.
             */
            version: number;
        };
        EditDemand: {
            terms: components["schemas"]["DemandTerms"];
            /**
             * Format: int64
             * @description The version that was on the screen.
             */
            version: number;
        };
        EditMailSettings: {
            quiet?: components["schemas"]["Hours"] | null;
            /** @description Kinds that are left out come at once. */
            wishes: components["schemas"]["MailWish"][];
        };
        EditOffer: {
            terms: components["schemas"]["OfferTerms"];
            /**
             * Format: int64
             * @description The version that was on the screen.
             */
            version: number;
        };
        EditOrganisation: {
            profile: components["schemas"]["OrgProfile"];
            /**
             * Format: int64
             * @description The version that was on the screen.
             */
            version: number;
        };
        EditPoints: {
            /** @description Every point of the form that is open, each with the version that was on the screen. */
            points: components["schemas"]["SeenPoint"][];
            terms: components["schemas"]["CommonTerms"];
        };
        EditRecurringDemand: {
            terms: components["schemas"]["RecurringDemandTerms"];
            /**
             * Format: int64
             * @description The version that was on the screen.
             */
            version: number;
        };
        EditionView: {
            /** Format: date-time */
            in_force_from: string;
            /** Format: int64 */
            version: number;
        };
        /** @description An address that mail can be sent to. The domain is lower case, the part before `@` stays as typed. */
        Email: string;
        EndContract: {
            /** @description The other side reads it. */
            reason: components["schemas"]["Reason"];
        };
        EnterCertificate: {
            asked: components["schemas"]["Asked"];
            terms: components["schemas"]["CertificateTerms"];
        };
        EnterDemand: {
            asked: components["schemas"]["Asked"];
            terms: components["schemas"]["DemandTerms"];
        };
        EnterDemandForPoints: {
            asked: components["schemas"]["Asked"];
            demand: components["schemas"]["DemandForPoints"];
        };
        EnterOffer: {
            asked: components["schemas"]["Asked"];
            terms: components["schemas"]["OfferTerms"];
        };
        EnterOrganisation: {
            asked: components["schemas"]["Asked"];
            profile: components["schemas"]["OrgProfile"];
        };
        /** @description An organisation that sells more than its papers can grow. */
        Exceeding: {
            organisation: components["schemas"]["OrgId"];
            organisation_name: string;
            papers: components["schemas"]["TonnageView"][];
        };
        Forecast: {
            high: components["schemas"]["Kg"];
            /** @description In a bad year; the total of the offer, and all that rounds use. */
            low: components["schemas"]["Kg"];
            mid: components["schemas"]["Kg"];
        };
        ForgotPassword: {
            sign_in: string;
        };
        /** @enum {string} */
        Forum: "court" | "viac";
        FoundLine: {
            contract: components["schemas"]["ContractId"];
            due?: components["schemas"]["DueKind"] | null;
            /**
             * Format: int32
             * @description A delivery by its number; absent for one of the contract's own debts.
             */
            line?: number | null;
        };
        /**
         * Format: int64
         * @description Freight in đồng per kilogram; nothing when the goods do not travel far enough to cost.
         * @example 460
         */
        Freight: number;
        /** @enum {string} */
        FreightClass: "citrus" | "fruit" | "vegetable" | "other";
        /** @description A point in Viet Nam in millionths of a degree, so that it is exact everywhere. */
        GeoPoint: {
            /** Format: int32 */
            lat_e6: number;
            /** Format: int32 */
            lon_e6: number;
        };
        /** @description What is sold. */
        Goods: {
            certificates: components["schemas"]["CertificatePromise"][];
            grade: components["schemas"]["Grade"];
            /** @description What the buyer pays more for, because the goods have it; contracts of before know none. */
            premiums?: components["schemas"]["Preference"][];
            quality?: components["schemas"]["QualityPromise"] | null;
            variety_en: components["schemas"]["Name"];
            variety_vi: components["schemas"]["Name"];
        };
        /** @description Goods of the catalogue, or why none and what may have been meant. */
        GoodsRead: {
            /** @description Each reads without a question. */
            choices: string[];
            code?: string | null;
            product?: string | null;
            /** @description Any variety of the product when empty. */
            varieties: string[];
        };
        /** @enum {string} */
        Grade: "ungraded" | "second" | "first" | "extra";
        GradeSheetView: {
            /**
             * Format: int32
             * @description In tenths of a degree.
             */
            least_brix_tenths?: number | null;
            /** Format: int32 */
            least_juice_percent?: number | null;
            /** @description By what the sizes are told apart, with its unit. */
            measure: components["schemas"]["SizeMeasure"];
            /** @description orange, mandarin, lime, pummelo, or a vegetable. */
            name: string;
            /** @description The size labels are the programme's own, whatever the classes are from. */
            own_sizes: boolean;
            /** @description The products it is for where no variety is named. */
            products: string[];
            /** @description The largest first; ranges overlap, the label is chosen. */
            sizes: components["schemas"]["SizeView"][];
            /** @description UNECE, Codex or ASEAN, with its number; absent where the programme wrote the sheet itself. */
            standard?: string | null;
            /** @description The varieties it is for. */
            varieties: string[];
        };
        GradeView: {
            grade: components["schemas"]["Grade"];
            /**
             * Format: int32
             * @description Of the fruit, by number or weight, that may fall short of the grade; absent for ungraded goods.
             */
            tolerance_percent?: number | null;
        };
        GradeWords: {
            value: components["schemas"]["Grade"];
            words: string[];
        };
        GradesView: {
            /** @description The best first. */
            grades: components["schemas"]["GradeView"][];
            sheets: components["schemas"]["GradeSheetView"][];
        };
        /** @description Offers and demands that compete with each other. */
        GroupView: {
            /** Format: int32 */
            buyers: number;
            kg: components["schemas"]["Kg"];
            /**
             * Format: int64
             * @description Where prices were settled between the buyers' best (0) and the suppliers' best (1 000 000) end.
             */
            mix_millionths: number;
            product: components["schemas"]["Named"];
            /** Format: int32 */
            suppliers: number;
            trades: number;
        };
        /** @description A change in the office's queue. */
        GuardedChangeFile: {
            change: components["schemas"]["GuardedChangeView"];
            organisation: components["schemas"]["OrgId"];
            organisation_name: string;
        };
        /** Format: uuid */
        GuardedChangeId: string;
        GuardedChangeView: {
            /** @description It is about the reader's own role, which the reader neither confirms nor stops. */
            about_me: boolean;
            asked: components["schemas"]["GuardedStep"];
            /**
             * Format: date-time
             * @description Until when a second member can confirm it, while it waits for one.
             */
            confirm_by?: string | null;
            confirmed?: components["schemas"]["GuardedStep"] | null;
            /**
             * Format: int64
             * @description Days between the office's yes and the effect.
             */
            cooling_days: number;
            decided?: components["schemas"]["GuardedStep"] | null;
            /**
             * Format: date-time
             * @description When it takes or took effect, or would have.
             */
            effective_at?: string | null;
            /**
             * Format: date-time
             * @description When it ended because nobody had, or because nothing was left to change when its time came.
             */
            expired_at?: string | null;
            id: components["schemas"]["GuardedChangeId"];
            kind: components["schemas"]["GuardedKind"];
            /** @description Whether the reader is somebody who may confirm it now. */
            may_confirm: boolean;
            new: components["schemas"]["GuardedValueView"];
            old?: components["schemas"]["GuardedValueView"] | null;
            ring?: components["schemas"]["NumberToRing"] | null;
            /** @description `to_confirm`, `to_decide`, `cooling`, `in_force`, `refused`, `expired` or `stopped`. */
            status: string;
            stopped?: components["schemas"]["GuardedStep"] | null;
            /** Format: int64 */
            version: number;
        };
        GuardedChanges: {
            /**
             * Format: int64
             * @description How many days old an account must be to confirm.
             */
            confirmer_days: number;
            /**
             * Format: int64
             * @description How many other members could confirm what the reader asks for now.
             */
            confirmers: number;
            /**
             * Format: int64
             * @description Days between the office's yes and the effect.
             */
            cooling_days: number;
            /**
             * Format: int64
             * @description The same when nobody could confirm.
             */
            cooling_days_alone: number;
            items: components["schemas"]["GuardedChangeView"][];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @enum {string} */
        GuardedKind: "bank_account" | "representative" | "new_director" | "former_director";
        /** @description Who did a step of a change, when, and why. */
        GuardedStep: {
            /** Format: date-time */
            at: string;
            /** @description The person's name. */
            by: string;
            reason?: string | null;
        };
        /** @description What was or will be; one of the three. */
        GuardedValueView: {
            bank_account?: components["schemas"]["BankAccount"] | null;
            director?: components["schemas"]["MemberRoleView"] | null;
            representative?: components["schemas"]["Representative"] | null;
        };
        /**
         * @description From one time to another; past midnight when the second is the earlier one: `22:00` to `06:00` belongs to the day on
         *     which it begins.
         */
        Hours: {
            from: components["schemas"]["ClockTime"];
            to: components["schemas"]["ClockTime"];
        };
        /** @description How many rows stand how. */
        ImportCounts: {
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            known: number;
            /** Format: int32 */
            left: number;
            /** Format: int32 */
            made: number;
            /** Format: int32 */
            review: number;
            /** Format: int32 */
            skipped: number;
        };
        /** @description What is known of a list as a whole. */
        ImportHead: {
            columns: components["schemas"]["ImportedColumn"][];
            /** @description One value for every row that has none, by column. */
            defaults?: {
                [key: string]: string;
            };
            /** @description Columns that every row needs and that are not there. */
            missing: string[];
            /** @description Headers that are left out. */
            unknown: string[];
            verify_because?: components["schemas"]["Reason"] | null;
        };
        /** Format: uuid */
        ImportId: string;
        /** @enum {string} */
        ImportKind: "offers" | "demands" | "organisations" | "certificates";
        /** Format: uuid */
        ImportRowId: string;
        ImportRowView: {
            cells: components["schemas"]["ImportedCell"][];
            corrections: components["schemas"]["ImportedCorrection"][];
            id: components["schemas"]["ImportRowId"];
            /** Format: int32 */
            last_number: number;
            /**
             * Format: int32
             * @description As the spreadsheet program numbers it; blank rows stand together, up to `last_number`.
             */
            number: number;
            organisation?: components["schemas"]["OrgId"] | null;
            problems: components["schemas"]["ImportedProblem"][];
            /** @description Why it is no entry, in one stable word. */
            skip?: string | null;
            state: components["schemas"]["RowState"];
            /**
             * Format: uuid
             * @description The post, organisation or certificate it became, or was before.
             */
            thing?: string | null;
        };
        /** @enum {string} */
        ImportState: "reading" | "ready" | "making" | "done";
        ImportView: {
            counts: components["schemas"]["ImportCounts"];
            file_name: string;
            head: components["schemas"]["ImportHead"];
            /** Format: int32 */
            header_row: number;
            id: components["schemas"]["ImportId"];
            kind: components["schemas"]["ImportKind"];
            /** Format: date-time */
            sent_at: string;
            sent_by: string;
            /** @description Empty for a CSV file. */
            sheet: string;
            state: components["schemas"]["ImportState"];
        };
        /** @description A cell as it came, and as it stands after a person wrote in it. */
        ImportedCell: {
            /** @description A column's stable name: `kg_total`, or `week:2026-11-30`. */
            column: string;
            /** @description What the file calls it. */
            header: string;
            text: string;
            /** @description What stood in the file, where a person wrote something else. */
            was?: string | null;
        };
        /** @description How one column of the file was understood. */
        ImportedColumn: {
            column: string;
            header: string;
            /** @description `C`, as the spreadsheet program calls it. */
            letter: string;
        };
        /** @description A value that was not taken as it stood. */
        ImportedCorrection: {
            code: string;
            column: string;
            from: string;
            to: string;
        };
        /** @description Why a person has to look. */
        ImportedProblem: {
            /** @description Texts that answer the question. */
            choices: string[];
            code: string;
            /** @description Absent when it is about the row as a whole. */
            column?: string | null;
            given: string;
            /**
             * Format: int32
             * @description The earlier row that says the same.
             */
            row?: number | null;
        };
        /** @description What a post could expect of the market as it stands. Nothing is reserved by it. */
        IndicationView: {
            band?: components["schemas"]["PriceBand"] | null;
            /** @description Organisations on the other side that fit. */
            fit: components["schemas"]["CrowdView"];
            /** @description Whether something of the post is still open; nothing else is known of one that is not. */
            open: boolean;
            reason?: components["schemas"]["ReasonView"] | null;
        };
        InspectingView: {
            accepted: components["schemas"]["Kg"];
            /**
             * Format: date-time
             * @description Until when an entry can be corrected once everything is decided; absent while a part is open, or when it cannot be any more
             *     because the money was declared or the contract is over, and in a list of deliveries.
             */
            correct_until?: string | null;
            /** @description Every entry in its order, those that another took the place of too. */
            entries: components["schemas"]["InspectionView"][];
            /** @description How many more can be made or corrected; at 0 what is left can only be accepted. */
            entries_left: number;
            inspected: components["schemas"]["Kg"];
            /** @description Not yet accepted or rejected. */
            left: components["schemas"]["Kg"];
            rejected: components["schemas"]["Kg"];
            /** @description What the scale showed, as it is known now. */
            weighed: components["schemas"]["Kg"];
        };
        /** @description What was found in one part of a delivery. The accepted kilograms and the rejected ones add up to those inspected. */
        InspectionBody: {
            accepted: components["schemas"]["Kg"];
            /** @description How much of it this part is. */
            inspected: components["schemas"]["Kg"];
            measured?: components["schemas"]["Measured"];
            note?: components["schemas"]["Note"] | null;
            part?: components["schemas"]["Name"] | null;
            rejections?: components["schemas"]["Rejection"][];
            weighed?: components["schemas"]["Kg"] | null;
        };
        /** @description One entry. */
        InspectionView: {
            accepted: components["schemas"]["Kg"];
            /** Format: date-time */
            at: string;
            /**
             * Format: int32
             * @description The entry whose place it took.
             */
            corrects?: number | null;
            /** @description Whether it counts; otherwise a later one took its place. */
            counts: boolean;
            inspected: components["schemas"]["Kg"];
            measured: components["schemas"]["Measured"];
            note?: components["schemas"]["Note"] | null;
            /** Format: int32 */
            number: number;
            part?: components["schemas"]["Name"] | null;
            rejected: components["schemas"]["Kg"];
            rejections: components["schemas"]["Rejection"][];
            /** @description Nobody looked at this part: it was accepted as weighed. */
            rest: boolean;
        };
        InstanceView: {
            /** @description Invented data: the accounts below are open to everybody. */
            demo: boolean;
            demo_accounts: components["schemas"]["DemoAccount"][];
            /** @description Whether mail leaves this instance; without it links are given by the operator. */
            mail: boolean;
            /** Format: date-time */
            now: string;
            operator?: components["schemas"]["OperatorView"] | null;
            /**
             * Format: int64
             * @description The edition of the rules in force, which whoever registers accepts.
             */
            rules: number;
            /** @description Whether organisations register by themselves; else the programme office enters them and invites their directors. */
            sign_up: boolean;
            /** @description The provider with whose accounts people may sign in, at `/auth/sso`. */
            sso?: string | null;
            version: string;
        };
        /** Format: uuid */
        InvitationId: string;
        /** @description A new invitation. Its link is shown this once. */
        InvitationMade: {
            invitation: components["schemas"]["InvitationView"];
            link: string;
        };
        /** @description What an invited person reads before joining. */
        InvitationOpened: {
            /** Format: date-time */
            expires_at: string;
            invited_by: string;
            kind: components["schemas"]["OrgKind"];
            name?: components["schemas"]["Name"] | null;
            organisation: components["schemas"]["Name"];
            role: components["schemas"]["Role"];
        };
        InvitationToken: {
            token: string;
        };
        InvitationView: {
            /** Format: date-time */
            expires_at: string;
            id: components["schemas"]["InvitationId"];
            /** @description The name of the director who made it. */
            invited_by: string;
            /** Format: date-time */
            made_at: string;
            name?: components["schemas"]["Name"] | null;
            role: components["schemas"]["Role"];
            /** @description `open`, `used`, `expired` or `revoked`. */
            status: string;
        };
        Invite: {
            email?: components["schemas"]["Email"] | null;
            name?: components["schemas"]["Name"] | null;
            /** @description director, clerk, viewer or driver. */
            role: components["schemas"]["Role"];
        };
        InviteDirector: {
            email?: components["schemas"]["Email"] | null;
            name?: components["schemas"]["Name"] | null;
        };
        /**
         * @description A weight from nothing to 100,000 tonnes. In JSON a decimal string of kilograms: `"12.5"`.
         * @example 12.5
         */
        Kg: string;
        /**
         * @description Kilograms of the whole market, which may pass what one post can weigh.
         * @example 10730000
         */
        KgSum: string;
        /** @description Verified organisations of a kind. */
        KindCount: {
            /**
             * Format: int64
             * @description With a contract in force now or before.
             */
            contracted: number;
            /** Format: int64 */
            in_force: number;
            kind: string;
            /** Format: int64 */
            verified: number;
        };
        KindView: {
            kind: components["schemas"]["CertKind"];
            name_en: string;
            name_vi: string;
        };
        /** @description The report of a lab on one sample. Its number and the lab stand where every paper has them. */
        LabResult: {
            analytes: components["schemas"]["Analyte"][];
            lot?: components["schemas"]["Name"] | null;
            sampled_on: components["schemas"]["TradeDay"];
        };
        /** @enum {string} */
        Language: "vi" | "en";
        LastProposal: {
            delivered: components["schemas"]["VndPerKg"];
            farm_gate: components["schemas"]["VndPerKg"];
            id: components["schemas"]["ProposalId"];
            kg: components["schemas"]["Kg"];
            /** @description open, agreed, declined or expired. */
            status: string;
        };
        /** @description What the last round made of a post. */
        LastRound: {
            /** @description What it left: one row for an offer, one a week for a demand. */
            left: components["schemas"]["LeftView"][];
            proposals: components["schemas"]["LastProposal"][];
            /** Format: date-time */
            ran_at?: string | null;
            round?: components["schemas"]["RoundId"] | null;
        };
        /** @description A deposit of which nobody spoke while goods could come. */
        LateDepositView: {
            /** @description All that was promised. */
            amount: components["schemas"]["Vnd"];
            /** @description What is not set off would stay with the supplier, because the buyer ended the contract while goods were still to come. */
            stays: boolean;
        };
        LatePayments: {
            /**
             * Format: int64
             * @description In đồng.
             */
            amount: number;
            /** Format: int64 */
            count: number;
            /**
             * Format: int64
             * @description How late the oldest one is.
             */
            longest_days: number;
        };
        LeftView: {
            kg: components["schemas"]["Kg"];
            reason: components["schemas"]["ReasonView"];
            week?: components["schemas"]["Week"] | null;
        };
        ListDefaults: {
            values: components["schemas"]["CellText"][];
        };
        /** @description Titles and words of lists, as the reading of files knows them: ours first, the words of others folded. */
        ListWords: {
            certificates: components["schemas"]["CertificateWords"][];
            columns: components["schemas"]["ColumnWords"][];
            grades: components["schemas"]["GradeWords"][];
        };
        /** @description The way out when a paper that is paid for no longer stands. */
        LostView: {
            attributes: components["schemas"]["Attribute"][];
            farm_gate?: components["schemas"]["VndPerKg"] | null;
            /** @description All that the terms then go without: what they did before, and these. */
            without: components["schemas"]["Attribute"][];
        };
        /** Format: uuid */
        MailId: string;
        MailSettingsView: {
            bounce?: components["schemas"]["BounceView"] | null;
            email?: string | null;
            email_confirmed: boolean;
            quiet?: components["schemas"]["Hours"] | null;
            /** @description What this person may want later or not at all. Everything else that is mailed is a duty and always comes. */
            wishes: components["schemas"]["MailWish"][];
        };
        MailView: {
            /** Format: int64 */
            attempts: number;
            /** Format: date-time */
            created_at: string;
            error?: string | null;
            id: components["schemas"]["MailId"];
            kind: string;
            recipient: string;
            /** @description It holds a link or a code: it is not sent again. */
            secret: boolean;
            /** Format: date-time */
            sent_at?: string | null;
            /** @description `queued`, `sent`, `refused`, `kept` or `given_up`. */
            status: string;
            subject: string;
            /** @description The text; a mail that holds a code or a link that opens something is never shown, except on a demo instance. */
            text?: string | null;
        };
        MailWish: {
            kind: components["schemas"]["NoticeKind"];
            wish: components["schemas"]["Wish"];
        };
        MakeAppeal: {
            /** @description Why the office should decide otherwise. */
            reason: components["schemas"]["Reason"];
        };
        MakeList: {
            verify_because?: components["schemas"]["Reason"] | null;
        };
        /** @description One week of one product in one province; amounts in đồng a tonne. */
        MarginalView: {
            kg_filled: components["schemas"]["Kg"];
            kg_sold: components["schemas"]["Kg"];
            kg_wanted: components["schemas"]["Kg"];
            /**
             * Format: int64
             * @description What the next tonne offered there would have gained at most beyond its ask; absent where nobody offered for that week.
             */
            one_more_offered?: number | null;
            /**
             * Format: int64
             * @description What the next tonne wanted there would have gained at most; absent where nobody wanted any that week.
             */
            one_more_wanted?: number | null;
            product: components["schemas"]["Named"];
            province: string;
            week: components["schemas"]["Week"];
        };
        Marginals: {
            items: components["schemas"]["MarginalView"][];
        };
        MarketBalance: {
            /** @description Products with anything offered or demanded in these weeks, the largest first. */
            items: components["schemas"]["ProductBalance"][];
            /**
             * Format: date-time
             * @description When the round ran that left the rest below; absent before the first one.
             */
            ran_at?: string | null;
            unmatched: components["schemas"]["UnmatchedCount"][];
            weeks: components["schemas"]["Week"][];
        };
        /** @description An open demand without its price, its owner or its exact place. */
        MarketDemand: {
            /** @description Kinds of papers it asks for. */
            certificates: components["schemas"]["CertKinds"];
            /**
             * Format: int32
             * @description By road from the commune of whoever looks.
             */
            distance_km?: number | null;
            /** @description What it pays ahead and keeps back, to be known before any deal. */
            dues: components["schemas"]["DueTerms"];
            id: components["schemas"]["DemandId"];
            /** @description Rounded down to 100 kg. */
            kg_left: components["schemas"]["Kg"];
            min_grade: components["schemas"]["Grade"];
            old_district: string;
            /** @description What it pays more for; how much stays between its buyer and whoever it is matched with. */
            preferred: components["schemas"]["PreferenceView"][];
            product: components["schemas"]["Named"];
            province: string;
            /** @description What it requires beyond the grade. */
            quality?: components["schemas"]["Quality"];
            /** @description Any variety of the product when empty. */
            varieties: components["schemas"]["Named"][];
            window?: components["schemas"]["Window"] | null;
        };
        /** @description Every province, also one with nothing. Weights are kilograms, rounded down to 100. */
        MarketMap: {
            provinces: components["schemas"]["ProvinceTotals"][];
        };
        /** @description An open offer without its price, its owner or its exact place. */
        MarketOffer: {
            /** @description Kinds of papers that count until the last day of harvest. */
            certificates: components["schemas"]["CertKinds"];
            /** @description From so many kilograms in one contract on the supplier asks less. */
            cheaper_from?: components["schemas"]["Kg"][];
            /**
             * Format: int32
             * @description By road from the commune of whoever looks; for a visitor there is none.
             */
            distance_km?: number | null;
            grade: components["schemas"]["Grade"];
            id: components["schemas"]["OfferId"];
            /** @description Rounded down to 100 kg. */
            kg_left: components["schemas"]["Kg"];
            old_district: string;
            product: components["schemas"]["Named"];
            province: string;
            /** @description What the supplier measured beyond the grade. */
            quality?: components["schemas"]["Quality"];
            variety: components["schemas"]["Named"];
            window: components["schemas"]["Window"];
        };
        MarketOverview: {
            /** Format: date-time */
            at: string;
            contracts: components["schemas"]["StatusCount"][];
            late: components["schemas"]["LatePayments"];
            /** @description Products with OCOP stars that are valid today. */
            ocop: components["schemas"]["StarCount"][];
            organisations: components["schemas"]["KindCount"][];
            /**
             * Format: int64
             * @description Proposals that can still be answered.
             */
            proposals_waiting: number;
            /** @description Goods due before this day are not counted. */
            since: components["schemas"]["TradeDay"];
            volumes: components["schemas"]["VolumeSums"];
        };
        /** @description The market in a few numbers. Weights are kilograms, rounded down to 100. */
        MarketSummary: {
            /** Format: int64 */
            cooperatives: number;
            /** Format: int64 */
            enterprises: number;
            /** @example 10436000 */
            kg_demanded: string;
            /** @example 10730000 */
            kg_offered: string;
            /** Format: int64 */
            open_offers: number;
            /** @description The largest ones, at most eight. */
            products: components["schemas"]["ProductSummary"][];
            /**
             * Format: int64
             * @description Cooperatives, production groups and farms.
             */
            suppliers: number;
        };
        /** @enum {string} */
        MatchKind: "only_fit" | "lowest_delivered" | "highest_net" | "best_together";
        /** @description Why this pair trades. */
        MatchReason: {
            /** @description Buyers whose demands the goods fit in these weeks. */
            buyers: components["schemas"]["CrowdView"];
            kind: components["schemas"]["MatchKind"];
            /** @description Suppliers whose goods fit the demand in these weeks. */
            suppliers: components["schemas"]["CrowdView"];
        };
        /** @description What was measured of the goods, as far as somebody measured it. */
        Measured: {
            /**
             * Format: int32
             * @description Sugar in tenths of a degree Brix, 10 to 350.
             * @example 105
             */
            brix_tenths?: number | null;
            /**
             * Format: int32
             * @description Juice in percent of the weight, 1 to 100.
             * @example 40
             */
            juice_percent?: number | null;
            /**
             * Format: int32
             * @description The smallest and the largest fruit found, in millimetres across, 5 to 400.
             * @example 65
             */
            size_from_mm?: number | null;
            /**
             * Format: int32
             * @example 78
             */
            size_to_mm?: number | null;
        };
        /** @enum {string} */
        Media: "jpeg" | "pdf";
        /** @enum {string} */
        Mediator: "farmers_union" | "cooperative_alliance";
        /** @description The edition that a member of an organisation accepted last. */
        MemberAccepted: {
            /** Format: date-time */
            at: string;
            member: components["schemas"]["UserId"];
            /** Format: int64 */
            version: number;
        };
        MemberEventView: {
            /** Format: date-time */
            at: string;
            by?: string | null;
            /** Format: uuid */
            id: string;
            /** @description Whose account. */
            member?: string | null;
            /** @description `made_director`, `made_clerk`, `made_viewer`, `made_driver`, `removed` or `erased`. */
            step: components["schemas"]["AccountStep"];
        };
        MemberList: {
            items: components["schemas"]["MemberView"][];
        };
        /** @description A member's role. */
        MemberRoleView: {
            member: components["schemas"]["UserId"];
            /** @description The member's name. */
            name: string;
            role: components["schemas"]["Role"];
        };
        MemberView: {
            /** @description The account was closed. */
            closed: boolean;
            email?: string | null;
            id: components["schemas"]["UserId"];
            name: string;
            phone?: string | null;
            role: components["schemas"]["Role"];
            sign_in: string;
            /** Format: int64 */
            version: number;
        };
        /** @description The name of a person, an organisation or a place: one line with something to read in it. */
        Name: string;
        NameDayBody: {
            /** @description From today on; at most fourteen days before the asked days and seven after them. */
            day: components["schemas"]["TradeDay"];
            note?: components["schemas"]["Note"] | null;
        };
        /** @description A product or a variety, named in both languages. */
        Named: {
            name_en: string;
            name_vi: string;
            slug: string;
        };
        NamesRead: {
            communes: components["schemas"]["CommuneRead"][];
            /** @description In the order asked. */
            goods: components["schemas"]["GoodsRead"][];
        };
        /** @description The person who registers; a sign-in name that is an address or a number counts for both. */
        NewMember: {
            /** @description What the person agrees to. */
            consent: components["schemas"]["Acceptance"];
            email?: components["schemas"]["Email"] | null;
            language: components["schemas"]["Language"];
            name: components["schemas"]["Name"];
            /** @description 10 to 128 characters. */
            password: string;
            phone?: components["schemas"]["Phone"] | null;
            sign_in: components["schemas"]["SignInName"];
        };
        NewProduct: {
            /** @description Which row of the freight table carries it. */
            freight_class: components["schemas"]["FreightClass"];
            name_en: components["schemas"]["Name"];
            name_vi: components["schemas"]["Name"];
        };
        NextRound: {
            last?: components["schemas"]["RoundNews"] | null;
            /**
             * Format: date-time
             * @description Absent where no hours are set: then rounds run when the programme office says.
             */
            next_at?: string | null;
        };
        /** @description Free text from a person, possibly empty, possibly several lines. HTML in it is text like any other. */
        Note: string;
        /** Format: uuid */
        NoticeId: string;
        /** @enum {string} */
        NoticeKind: "organisation_submitted" | "organisation_verified" | "organisation_refused" | "organisation_suspended" | "organisation_paused" | "organisation_resumed" | "organisation_closed" | "appeal_made" | "appeal_answered" | "change_asked" | "change_confirmed" | "change_approved" | "change_refused" | "change_stopped" | "change_expired" | "change_in_force" | "partner_account_changing" | "partner_account_changed" | "partner_account_kept" | "document_sent" | "document_to_revise" | "document_refused" | "reset_link_made" | "password_reset" | "sso_tied" | "sso_untied" | "member_role_changed" | "member_removed" | "directors_changed" | "certificate_verified" | "certificate_refused" | "certificate_suspended" | "certificate_expiring" | "demand_recurred" | "assisted_entered" | "assisted_changed" | "assisted_withdrawn" | "assisted_signed" | "assisted_refused" | "assisted_lapsed" | "office_acted" | "office_attached" | "harvest_to_confirm" | "variety_asked" | "variety_taken" | "variety_refused" | "proposals_new" | "proposal_countered" | "proposal_accepted" | "proposal_declined" | "proposal_expired" | "proposal_stopped" | "approval_asked" | "approval_given" | "approval_refused" | "contract_to_sign" | "contract_signed_by_one" | "contract_in_force" | "contract_partner_suspended" | "contract_declined" | "contract_expired" | "contract_terminated" | "contract_completed" | "delivery_due" | "delivery_day_named" | "delivery_day_asked" | "delivery_day_answered" | "delivery_dispatched" | "delivery_to_receive" | "delivery_inspected" | "delivery_received" | "inspection_corrected" | "delivery_missed" | "payment_due" | "payment_overdue" | "payment_declared" | "payment_disputed" | "payment_withdrawn" | "payment_confirmed" | "rules_announced" | "search_found";
        NoticeView: {
            /** @description What fills the sentence. */
            arguments: Record<string, never>;
            /** Format: date-time */
            at: string;
            id: components["schemas"]["NoticeId"];
            /** @description Which sentence. */
            kind: string;
            read: boolean;
            /**
             * Format: uuid
             * @description What it is about.
             */
            subject?: string | null;
        };
        NumberChange: {
            /** Format: date-time */
            at: string;
            /** @description The person's name. */
            by: string;
            new: components["schemas"]["Phone"];
            old: components["schemas"]["Phone"];
        };
        /** @description The organisation's number from before anybody changed it around the request. */
        NumberToRing: {
            /** @description Changes of number in the week before the request and since, oldest first. */
            changes: components["schemas"]["NumberChange"][];
            /** @description The number of today. */
            now: components["schemas"]["Phone"];
            phone: components["schemas"]["Phone"];
        };
        /**
         * @description What can stand in the way.
         * @enum {string}
         */
        ObstacleKind: "no_counterparty" | "variety_not_accepted" | "own_organisation" | "grade_below" | "certificate_missing" | "windows_do_not_meet" | "too_far" | "payment_too_late" | "pair_resting" | "price_gap" | "weekly_capacity" | "outbid" | "lot_too_large" | "supplier_limit" | "share_limit" | "size_not_taken" | "sugar_below" | "juice_below";
        /** @description What stands in the way. Which of the numbers is there follows from `kind`. */
        ObstacleView: {
            /**
             * Format: int32
             * @description The least sugar wanted.
             */
            brix_tenths?: number | null;
            /**
             * Format: int64
             * @description About so many đồng per kg; absent where few stand on the other side.
             */
            by?: number | null;
            /** @description What is required and not held. */
            certificates?: components["schemas"]["CertKind"][] | null;
            /**
             * Format: int32
             * @description The buyer's payment days.
             */
            days?: number | null;
            grade?: components["schemas"]["Grade"] | null;
            /**
             * Format: int32
             * @description The least juice wanted.
             */
            juice_percent?: number | null;
            kind: components["schemas"]["ObstacleKind"];
            lot?: components["schemas"]["Kg"] | null;
            /** Format: int32 */
            max_km?: number | null;
        };
        /** @enum {string} */
        OcopCriteria: "qd_1048_2019" | "qd_148_2023";
        /** Format: uuid */
        OfferId: string;
        /** @description The form of an offer, and what its owner sees of it. */
        OfferTerms: {
            /** @description The least price at the farm gate. Nobody but the owner sees it. */
            ask: components["schemas"]["VndPerKg"];
            forecast?: components["schemas"]["Forecast"] | null;
            grade: components["schemas"]["Grade"];
            /** @description The most that can be picked in one week. */
            kg_per_week: components["schemas"]["Kg"];
            kg_total: components["schemas"]["Kg"];
            /** Format: int32 */
            max_payment_days: number;
            /** @description The smallest contract worth loading a truck for; zero for any. */
            min_lot: components["schemas"]["Kg"];
            note?: components["schemas"]["Note"];
            pickup_commune: components["schemas"]["CommuneCode"];
            pickup_point?: components["schemas"]["GeoPoint"] | null;
            /** @description What was measured beyond the grade. */
            quality?: components["schemas"]["Quality"];
            /** @description For much in one contract, in order. They may change at any time and count from the next round on, like the ask. */
            tiers?: components["schemas"]["Tier"][];
            variety: components["schemas"]["Slug"];
            /** @description The harvest: days on which goods can leave the farm. */
            window: components["schemas"]["Window"];
        };
        /** @description The form as it was filled in. */
        OfferTermsView: {
            ask?: components["schemas"]["VndPerKg"] | null;
            forecast?: components["schemas"]["Forecast"] | null;
            grade: components["schemas"]["Grade"];
            kg_per_week: components["schemas"]["Kg"];
            kg_total: components["schemas"]["Kg"];
            /** Format: int32 */
            max_payment_days: number;
            min_lot: components["schemas"]["Kg"];
            note: components["schemas"]["Note"];
            pickup_commune: components["schemas"]["CommuneCode"];
            pickup_point?: components["schemas"]["GeoPoint"] | null;
            quality?: components["schemas"]["Quality"];
            tiers?: components["schemas"]["TierView"][];
            variety: components["schemas"]["Slug"];
            window: components["schemas"]["Window"];
        };
        OfferView: {
            assisted?: components["schemas"]["AssistedView"] | null;
            /** @description The harvest is near, and the quantity is not firm. */
            awaits_quantity: boolean;
            /** @description Papers that still count for this variety on the last day of harvest. */
            certificates: components["schemas"]["ProofView"][];
            id: components["schemas"]["OfferId"];
            /** @description In live proposals and contracts. */
            kg_held: components["schemas"]["Kg"];
            kg_left: components["schemas"]["Kg"];
            /** @description Oldest first. */
            photos: components["schemas"]["PhotoView"][];
            pickup: components["schemas"]["PlaceView"];
            /** Format: date-time */
            posted_at: string;
            product: components["schemas"]["Named"];
            status: components["schemas"]["PostStatus"];
            terms: components["schemas"]["OfferTermsView"];
            variety: components["schemas"]["Named"];
            /**
             * Format: int64
             * @description Send it with a change.
             */
            version: number;
        };
        /** Format: uuid */
        OfficeActId: string;
        /** @enum {string} */
        OfficeActKind: "certificate_added" | "certificate_corrected" | "scan_added" | "scan_removed" | "document_sent" | "photo_added" | "photo_removed" | "organisation_entered" | "contact_corrected" | "slip_recorded";
        OfficeActView: {
            about?: components["schemas"]["Name"] | null;
            asker?: components["schemas"]["Name"] | null;
            /** Format: date-time */
            at: string;
            /** @description Name of the officer. */
            by: string;
            id: components["schemas"]["OfficeActId"];
            kind: components["schemas"]["OfficeActKind"];
            note?: components["schemas"]["Note"] | null;
            organisation: components["schemas"]["OrgId"];
            organisation_name: string;
            /**
             * Format: uuid
             * @description The certificate, the offer, the entry or the organisation.
             */
            subject: string;
            way?: components["schemas"]["AskedBy"] | null;
        };
        /** @description What no party sees. */
        OfficeFacts: {
            ask: components["schemas"]["VndPerKg"];
            /** @description Without the premiums. */
            bid: components["schemas"]["VndPerKg"];
            /** Format: int32 */
            group: number;
            /** @description Between the buyers' best and the suppliers' best prices, exact. */
            interval: components["schemas"]["PriceBand"];
        };
        /** Format: uuid */
        OfficeNoteId: string;
        OfficeNoteView: {
            /** Format: date-time */
            at: string;
            /** @description Name of the officer. */
            by: string;
            id: components["schemas"]["OfficeNoteId"];
            words: components["schemas"]["Note"];
        };
        /** @enum {string} */
        OldCommune: "05089" | "05098" | "05101" | "05104" | "05110" | "05116";
        /** @description A district as it was until June 2025, by which people still name places: `148`. */
        OldDistrictCode: string;
        OldDistrictView: {
            code: string;
            name: string;
            province: string;
        };
        /** @description One device on which the account is signed in. */
        OpenSession: {
            browser: components["schemas"]["Browser"];
            /** @description The one that asks. */
            current: boolean;
            id: components["schemas"]["SessionId"];
            /**
             * Format: date-time
             * @description Right to a quarter of an hour.
             */
            last_used_at: string;
            /** Format: date-time */
            started_at: string;
            system: components["schemas"]["System"];
        };
        /** @description Whom to turn to about the rules and about one's data. */
        OperatorView: {
            address?: string | null;
            email?: string | null;
            name: string;
            phone?: string | null;
        };
        /** Format: uuid */
        OrgId: string;
        /** @enum {string} */
        OrgKind: "cooperative" | "production_group" | "farm" | "enterprise";
        OrgProfile: {
            address_line?: components["schemas"]["Name"] | null;
            bank_account?: components["schemas"]["BankAccount"] | null;
            commune: components["schemas"]["CommuneCode"];
            email?: components["schemas"]["Email"] | null;
            kind: components["schemas"]["OrgKind"];
            name: components["schemas"]["Name"];
            old_district?: components["schemas"]["OldDistrictCode"] | null;
            /** @description To be called on; several organisations may share one. */
            phone: components["schemas"]["Phone"];
            point?: components["schemas"]["GeoPoint"] | null;
            position: components["schemas"]["Name"];
            representative: components["schemas"]["Name"];
            tax_code?: components["schemas"]["TaxCode"] | null;
            vat_method: components["schemas"]["VatMethod"];
        };
        OrganisationFile: {
            /** @description The edition of the rules that each of them accepted last; who accepted none is not here. */
            accepted: components["schemas"]["MemberAccepted"][];
            /** @description What it asked the office to look at again, the newest first; at most a hundred. */
            appeals: components["schemas"]["AppealView"][];
            /** @description Changes of its bank account and of who signs for it, the newest first; at most a hundred. */
            changes: components["schemas"]["GuardedChangeView"][];
            /**
             * Format: int64
             * @description How many days it has to confirm what the office enters for it.
             */
            confirm_days: number;
            /** @description Its papers, and whether all are there. */
            documents: components["schemas"]["ChecklistView"];
            /** @description How it came to stand where it stands, the newest step first; at most a hundred. */
            history: components["schemas"]["OrganisationStep"][];
            members: components["schemas"]["MemberView"][];
            organisation: components["schemas"]["OrganisationView"];
        };
        /** @description One change of an organisation's standing. */
        OrganisationStep: {
            /** Format: date-time */
            at: string;
            /** @description The name of the officer or of the director. */
            by?: string | null;
            reason?: string | null;
            /** @description submitted, verified, paused, refused, suspended or closed. */
            status: string;
            /** Format: int64 */
            version: number;
        };
        /** @description An organisation as its own members and the programme office see it. */
        OrganisationView: {
            /** @description The commune in words, with its province of today and its district of before July 2025. */
            commune_name: string;
            /** @description Bank account, representative and directors change by guarded changes alone: the office knows this organisation. */
            guarded: boolean;
            id: components["schemas"]["OrgId"];
            old_district_name: string;
            profile: components["schemas"]["OrgProfile"];
            province: string;
            /** Format: date-time */
            registered_at: string;
            /** @description submitted, verified, paused, refused, suspended or closed. */
            status: string;
            /** Format: date-time */
            status_at: string;
            status_reason?: string | null;
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        Outcome: "accepted" | "part" | "refused";
        OwnMailView: {
            /** Format: date-time */
            created_at: string;
            /** @description What the mail server said last, where it did not take it. */
            error?: string | null;
            id: components["schemas"]["MailId"];
            recipient: string;
            /** Format: date-time */
            sent_at?: string | null;
            /** @description `queued`, `sent`, `refused`, `kept` or `given_up`. */
            status: string;
            subject: string;
        };
        /** @description The own password, typed again. */
        OwnPassword: {
            password: string;
        };
        /** @description One page of a list. */
        Page_AccountEventView: {
            items: {
                /** Format: date-time */
                at: string;
                /** @description Who did it; absent when it was done by a link alone. */
                by?: string | null;
                /** Format: uuid */
                id: string;
                step: components["schemas"]["AccountStep"];
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_AppealFile: {
            items: {
                appeal: components["schemas"]["AppealView"];
                organisation: components["schemas"]["OrgId"];
                organisation_name: string;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_AppealView: {
            items: {
                answer?: components["schemas"]["AppealAnswer"] | null;
                id: components["schemas"]["AppealId"];
                /** Format: date-time */
                made_at: string;
                /** @description The name of the director. */
                made_by: string;
                /** @description Why the office should decide otherwise. */
                reason: string;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_AssistedView: {
            items: {
                /** @description The member who asked the office. */
                asker: components["schemas"]["Name"];
                /**
                 * Format: date-time
                 * @description Without an answer it leaves the market then, unless there is a `slip`.
                 */
                confirm_by: string;
                /** @description The office may still correct or withdraw it: nobody answered, and the organisation may trade. */
                correctable: boolean;
                /** Format: date-time */
                entered_at: string;
                /** @description Name of the officer. */
                entered_by: string;
                /** @description The variety of an offer, the product of a demand. */
                goods: components["schemas"]["Named"];
                id: components["schemas"]["AssistedId"];
                kg: components["schemas"]["Kg"];
                note: components["schemas"]["Note"];
                organisation: components["schemas"]["OrgId"];
                organisation_name: string;
                /**
                 * Format: uuid
                 * @description The offer or the demand.
                 */
                post: string;
                reason?: components["schemas"]["Reason"] | null;
                /** Format: date-time */
                settled_at?: string | null;
                /** @description Who settled it; the clock has no name. */
                settled_by?: string | null;
                /** @description Of a supplier it is an offer, of a buyer a demand. */
                side: components["schemas"]["Side"];
                slip?: components["schemas"]["SlipView"] | null;
                /** @description `waiting`, `confirmed`, `refused`, `withdrawn` or `lapsed`. */
                status: components["schemas"]["AssistedStatus"];
                way: components["schemas"]["AskedBy"];
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_CertificateFile: {
            items: {
                certificate: components["schemas"]["CertificateView"];
                organisation: components["schemas"]["OrgId"];
                organisation_name: string;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_CertificateView: {
            items: {
                /** @description The last day it counts has passed. */
                expired: boolean;
                id: components["schemas"]["CertificateId"];
                /** @description Of a lab result: whether nothing was above its limit. */
                passed?: boolean | null;
                plot?: components["schemas"]["PlaceView"] | null;
                /** @description Photos and PDFs of the paper, oldest first. */
                scans: components["schemas"]["ScanView"][];
                /** @description submitted, verified, refused or suspended. */
                status: string;
                /** Format: date-time */
                status_at: string;
                /** @description What the office said. */
                status_reason?: string | null;
                terms: components["schemas"]["CertificateTerms"];
                /** Format: int64 */
                version: number;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_ConsentView: {
            items: {
                agreed_to: components["schemas"]["ConsentTo"];
                /** Format: date-time */
                at: string;
                /** @description SHA-256 of the edition, both languages. */
                hash: string;
                /** Format: uuid */
                id: string;
                /** Format: int64 */
                version: number;
                way: components["schemas"]["ConsentWay"];
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_ContractSummary: {
            items: {
                buyer: components["schemas"]["PartyName"];
                deliveries: number;
                demo: boolean;
                /** @description First and last day of delivery. */
                first_day: components["schemas"]["TradeDay"];
                grade: components["schemas"]["Grade"];
                id: components["schemas"]["ContractId"];
                last_day: components["schemas"]["TradeDay"];
                /** @description Whether it waits for the own signature. */
                my_turn: boolean;
                number: string;
                /** Format: int32 */
                payment_days: number;
                price: components["schemas"]["VndPerKg"];
                /** Format: date-time */
                sign_by: string;
                status: components["schemas"]["ContractStatus"];
                /** Format: date-time */
                status_at?: string | null;
                supplier: components["schemas"]["PartyName"];
                total: components["schemas"]["Vnd"];
                total_kg: components["schemas"]["Kg"];
                variety_en: string;
                variety_vi: string;
                /** Format: int64 */
                version: number;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_DeliveryView: {
            items: (components["schemas"]["DealFacts"] & {
                dock: components["schemas"]["Name"];
                hours: components["schemas"]["Hours"];
                line: components["schemas"]["DeliveryLineView"];
                /** @description Where the goods are loaded, the buyer's dock, and when it receives. */
                pickup: components["schemas"]["Name"];
            })[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_DemandView: {
            items: {
                assisted?: components["schemas"]["AssistedView"] | null;
                /** @description Whether it may be edited or withdrawn: also one that is filled, until its weeks are over. */
                changeable: boolean;
                /** @description Why it was closed, where that was said. */
                close_reason?: string | null;
                delivery: components["schemas"]["PlaceView"];
                group?: components["schemas"]["DemandGroup"] | null;
                id: components["schemas"]["DemandId"];
                /** @description In contracts that both sides signed. */
                kg_contracted: components["schemas"]["Kg"];
                /** @description In live proposals and contracts. */
                kg_held: components["schemas"]["Kg"];
                kg_left: components["schemas"]["Kg"];
                kg_total: components["schemas"]["Kg"];
                /** Format: date-time */
                posted_at: string;
                product: components["schemas"]["Named"];
                status: components["schemas"]["DemandStatus"];
                /** Format: int32 */
                suppliers_held: number;
                terms: components["schemas"]["DemandTermsView"];
                title?: components["schemas"]["Title"] | null;
                /** @description Any variety of the product when empty. */
                varieties: components["schemas"]["Named"][];
                /**
                 * Format: int64
                 * @description Send it with a change.
                 */
                version: number;
                weeks: components["schemas"]["DemandWeekView"][];
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_Exceeding: {
            items: {
                organisation: components["schemas"]["OrgId"];
                organisation_name: string;
                papers: components["schemas"]["TonnageView"][];
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_GuardedChangeFile: {
            items: {
                change: components["schemas"]["GuardedChangeView"];
                organisation: components["schemas"]["OrgId"];
                organisation_name: string;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_ImportRowView: {
            items: {
                cells: components["schemas"]["ImportedCell"][];
                corrections: components["schemas"]["ImportedCorrection"][];
                id: components["schemas"]["ImportRowId"];
                /** Format: int32 */
                last_number: number;
                /**
                 * Format: int32
                 * @description As the spreadsheet program numbers it; blank rows stand together, up to `last_number`.
                 */
                number: number;
                organisation?: components["schemas"]["OrgId"] | null;
                problems: components["schemas"]["ImportedProblem"][];
                /** @description Why it is no entry, in one stable word. */
                skip?: string | null;
                state: components["schemas"]["RowState"];
                /**
                 * Format: uuid
                 * @description The post, organisation or certificate it became, or was before.
                 */
                thing?: string | null;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_ImportView: {
            items: {
                counts: components["schemas"]["ImportCounts"];
                file_name: string;
                head: components["schemas"]["ImportHead"];
                /** Format: int32 */
                header_row: number;
                id: components["schemas"]["ImportId"];
                kind: components["schemas"]["ImportKind"];
                /** Format: date-time */
                sent_at: string;
                sent_by: string;
                /** @description Empty for a CSV file. */
                sheet: string;
                state: components["schemas"]["ImportState"];
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_InvitationView: {
            items: {
                /** Format: date-time */
                expires_at: string;
                id: components["schemas"]["InvitationId"];
                /** @description The name of the director who made it. */
                invited_by: string;
                /** Format: date-time */
                made_at: string;
                name?: components["schemas"]["Name"] | null;
                role: components["schemas"]["Role"];
                /** @description `open`, `used`, `expired` or `revoked`. */
                status: string;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_MailView: {
            items: {
                /** Format: int64 */
                attempts: number;
                /** Format: date-time */
                created_at: string;
                error?: string | null;
                id: components["schemas"]["MailId"];
                kind: string;
                recipient: string;
                /** @description It holds a link or a code: it is not sent again. */
                secret: boolean;
                /** Format: date-time */
                sent_at?: string | null;
                /** @description `queued`, `sent`, `refused`, `kept` or `given_up`. */
                status: string;
                subject: string;
                /** @description The text; a mail that holds a code or a link that opens something is never shown, except on a demo instance. */
                text?: string | null;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_MarketDemand: {
            items: {
                /** @description Kinds of papers it asks for. */
                certificates: components["schemas"]["CertKinds"];
                /**
                 * Format: int32
                 * @description By road from the commune of whoever looks.
                 */
                distance_km?: number | null;
                /** @description What it pays ahead and keeps back, to be known before any deal. */
                dues: components["schemas"]["DueTerms"];
                id: components["schemas"]["DemandId"];
                /** @description Rounded down to 100 kg. */
                kg_left: components["schemas"]["Kg"];
                min_grade: components["schemas"]["Grade"];
                old_district: string;
                /** @description What it pays more for; how much stays between its buyer and whoever it is matched with. */
                preferred: components["schemas"]["PreferenceView"][];
                product: components["schemas"]["Named"];
                province: string;
                /** @description What it requires beyond the grade. */
                quality?: components["schemas"]["Quality"];
                /** @description Any variety of the product when empty. */
                varieties: components["schemas"]["Named"][];
                window?: components["schemas"]["Window"] | null;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_MarketOffer: {
            items: {
                /** @description Kinds of papers that count until the last day of harvest. */
                certificates: components["schemas"]["CertKinds"];
                /** @description From so many kilograms in one contract on the supplier asks less. */
                cheaper_from?: components["schemas"]["Kg"][];
                /**
                 * Format: int32
                 * @description By road from the commune of whoever looks; for a visitor there is none.
                 */
                distance_km?: number | null;
                grade: components["schemas"]["Grade"];
                id: components["schemas"]["OfferId"];
                /** @description Rounded down to 100 kg. */
                kg_left: components["schemas"]["Kg"];
                old_district: string;
                product: components["schemas"]["Named"];
                province: string;
                /** @description What the supplier measured beyond the grade. */
                quality?: components["schemas"]["Quality"];
                variety: components["schemas"]["Named"];
                window: components["schemas"]["Window"];
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_MemberEventView: {
            items: {
                /** Format: date-time */
                at: string;
                by?: string | null;
                /** Format: uuid */
                id: string;
                /** @description Whose account. */
                member?: string | null;
                /** @description `made_director`, `made_clerk`, `made_viewer`, `made_driver`, `removed` or `erased`. */
                step: components["schemas"]["AccountStep"];
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_NoticeView: {
            items: {
                /** @description What fills the sentence. */
                arguments: Record<string, never>;
                /** Format: date-time */
                at: string;
                id: components["schemas"]["NoticeId"];
                /** @description Which sentence. */
                kind: string;
                read: boolean;
                /**
                 * Format: uuid
                 * @description What it is about.
                 */
                subject?: string | null;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_OfferView: {
            items: {
                assisted?: components["schemas"]["AssistedView"] | null;
                /** @description The harvest is near, and the quantity is not firm. */
                awaits_quantity: boolean;
                /** @description Papers that still count for this variety on the last day of harvest. */
                certificates: components["schemas"]["ProofView"][];
                id: components["schemas"]["OfferId"];
                /** @description In live proposals and contracts. */
                kg_held: components["schemas"]["Kg"];
                kg_left: components["schemas"]["Kg"];
                /** @description Oldest first. */
                photos: components["schemas"]["PhotoView"][];
                pickup: components["schemas"]["PlaceView"];
                /** Format: date-time */
                posted_at: string;
                product: components["schemas"]["Named"];
                status: components["schemas"]["PostStatus"];
                terms: components["schemas"]["OfferTermsView"];
                variety: components["schemas"]["Named"];
                /**
                 * Format: int64
                 * @description Send it with a change.
                 */
                version: number;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_OfficeActView: {
            items: {
                about?: components["schemas"]["Name"] | null;
                asker?: components["schemas"]["Name"] | null;
                /** Format: date-time */
                at: string;
                /** @description Name of the officer. */
                by: string;
                id: components["schemas"]["OfficeActId"];
                kind: components["schemas"]["OfficeActKind"];
                note?: components["schemas"]["Note"] | null;
                organisation: components["schemas"]["OrgId"];
                organisation_name: string;
                /**
                 * Format: uuid
                 * @description The certificate, the offer, the entry or the organisation.
                 */
                subject: string;
                way?: components["schemas"]["AskedBy"] | null;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_OfficeNoteView: {
            items: {
                /** Format: date-time */
                at: string;
                /** @description Name of the officer. */
                by: string;
                id: components["schemas"]["OfficeNoteId"];
                words: components["schemas"]["Note"];
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_OpenSession: {
            items: {
                browser: components["schemas"]["Browser"];
                /** @description The one that asks. */
                current: boolean;
                id: components["schemas"]["SessionId"];
                /**
                 * Format: date-time
                 * @description Right to a quarter of an hour.
                 */
                last_used_at: string;
                /** Format: date-time */
                started_at: string;
                system: components["schemas"]["System"];
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_OrganisationView: {
            items: {
                /** @description The commune in words, with its province of today and its district of before July 2025. */
                commune_name: string;
                /** @description Bank account, representative and directors change by guarded changes alone: the office knows this organisation. */
                guarded: boolean;
                id: components["schemas"]["OrgId"];
                old_district_name: string;
                profile: components["schemas"]["OrgProfile"];
                province: string;
                /** Format: date-time */
                registered_at: string;
                /** @description submitted, verified, paused, refused, suspended or closed. */
                status: string;
                /** Format: date-time */
                status_at: string;
                status_reason?: string | null;
                /** Format: int64 */
                version: number;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_OwnMailView: {
            items: {
                /** Format: date-time */
                created_at: string;
                /** @description What the mail server said last, where it did not take it. */
                error?: string | null;
                id: components["schemas"]["MailId"];
                recipient: string;
                /** Format: date-time */
                sent_at?: string | null;
                /** @description `queued`, `sent`, `refused`, `kept` or `given_up`. */
                status: string;
                subject: string;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_ProposalRow: {
            items: {
                /** @description A clerk of the own organisation waits for a director's word on it. */
                asks_director: boolean;
                buyer: components["schemas"]["PartyView"];
                carrier: components["schemas"]["Carrier"];
                /** @description Wanted on the days of delivery, or paid for: whoever sells promises them. */
                certificates: components["schemas"]["CertKind"][];
                /** Format: date-time */
                closed_at?: string | null;
                /** @description At the buyer's dock. */
                delivered: components["schemas"]["VndPerKg"];
                demand: components["schemas"]["DemandId"];
                /** @description What is paid ahead and what is kept back. */
                dues: components["schemas"]["DueTerms"];
                /** Format: date-time */
                expires_at: string;
                /** @description At the farm gate, before VAT. */
                farm_gate: components["schemas"]["VndPerKg"];
                first_week: components["schemas"]["Week"];
                freight: components["schemas"]["Freight"];
                grade: components["schemas"]["Grade"];
                id: components["schemas"]["ProposalId"];
                kg_total: components["schemas"]["Kg"];
                last_week: components["schemas"]["Week"];
                my_side?: components["schemas"]["Side"] | null;
                offer: components["schemas"]["OfferId"];
                /** Format: date-time */
                opened_at: string;
                /** Format: int32 */
                payment_days: number;
                /** @description What the buyer pays the supplier: delivered, or at the farm gate when the buyer carries. */
                price: components["schemas"]["VndPerKg"];
                product: components["schemas"]["Named"];
                reference?: components["schemas"]["ReferenceView"] | null;
                /**
                 * Format: int32
                 * @description The revision on the table; an answer names it.
                 */
                revision: number;
                round: components["schemas"]["RoundId"];
                /** @description open, agreed, declined, expired, or stopped because one side was suspended. */
                status: string;
                supplier: components["schemas"]["PartyView"];
                /** @description The whole amount, before VAT. */
                total: components["schemas"]["Vnd"];
                variety: components["schemas"]["Named"];
                /** Format: int64 */
                version: number;
                /** @description Who still has to answer. */
                waits_for: components["schemas"]["Side"][];
                weeks: number;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_RecurringDemandView: {
            items: {
                /** @description The one place, or the first of several. */
                delivery: components["schemas"]["PlaceView"];
                id: components["schemas"]["RecurringDemandId"];
                next_on?: components["schemas"]["TradeDay"] | null;
                /** @description The delivery points in their order; empty where it all goes to one place. */
                places: components["schemas"]["PlaceView"][];
                /** @description What was posted so far, the newest first. */
                posted: components["schemas"]["RecurredView"][];
                /** Format: date-time */
                posted_at: string;
                product: components["schemas"]["Named"];
                status: components["schemas"]["RecurringDemandStatus"];
                terms: components["schemas"]["RecurringDemandTerms"];
                /** @description Any variety of the product when empty. */
                varieties: components["schemas"]["Named"][];
                /**
                 * Format: int64
                 * @description Send it with a change.
                 */
                version: number;
                /** @description The weeks still to be posted, with what each of them wants. */
                weeks: components["schemas"]["DemandWeek"][];
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_RoundRow: {
            items: {
                /**
                 * Format: int64
                 * @description No plan can gain more.
                 */
                bound: number;
                /** Format: int64 */
                buyers: number;
                /** Format: int64 */
                demands: number;
                /**
                 * Format: int64
                 * @description Trades whose posts changed or were promised while the round was computed.
                 */
                dropped: number;
                /** Format: int64 */
                gap: number;
                /** @description The day and hour it ran for (2026-11-23T06:30 in Viet Nam); absent when an officer ran it. */
                hour?: string | null;
                id: components["schemas"]["RoundId"];
                kg_demanded: components["schemas"]["Kg"];
                kg_matched: components["schemas"]["Kg"];
                kg_offered: components["schemas"]["Kg"];
                /** Format: int64 */
                millis: number;
                /** Format: int64 */
                offers: number;
                officer?: components["schemas"]["UserId"] | null;
                /** Format: int64 */
                proposals: number;
                /** Format: date-time */
                ran_at: string;
                /** Format: int64 */
                suppliers: number;
                /** Format: int64 */
                trades: number;
                /**
                 * Format: int64
                 * @description What all trades gain together: what buyers would have paid less what suppliers asked for and freight.
                 */
                value: number;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_TradeView: {
            items: {
                ask: components["schemas"]["VndPerKg"];
                bid: components["schemas"]["VndPerKg"];
                buyer: components["schemas"]["PartyView"];
                demand: components["schemas"]["DemandId"];
                fair?: components["schemas"]["PriceBand"] | null;
                /** Format: int64 */
                freight: number;
                grade: components["schemas"]["Grade"];
                /** Format: int32 */
                group: number;
                /** @description Between the buyers' best and the suppliers' best prices, exact. */
                interval: components["schemas"]["PriceBand"];
                kg: components["schemas"]["Kg"];
                lines: components["schemas"]["WeekKg"][];
                offer: components["schemas"]["OfferId"];
                /**
                 * Format: int64
                 * @description At the farm gate, as the round settled it.
                 */
                price: number;
                proposal: components["schemas"]["ProposalId"];
                reason: components["schemas"]["MatchReason"];
                /** Format: int64 */
                road_km: number;
                /** @description Of the proposal now: open, agreed, declined or expired. */
                status: string;
                supplier: components["schemas"]["PartyView"];
                variety: components["schemas"]["Named"];
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_UnmatchedView: {
            items: {
                /** Format: uuid */
                id: string;
                kg_left: components["schemas"]["Kg"];
                organisation: components["schemas"]["PartyView"];
                /**
                 * Format: uuid
                 * @description The offer or the demand.
                 */
                post: string;
                product: components["schemas"]["Named"];
                reason: components["schemas"]["ReasonView"];
                side: components["schemas"]["Side"];
                variety?: components["schemas"]["Named"] | null;
                week?: components["schemas"]["Week"] | null;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_VarietyRequestFile: {
            items: {
                /** Format: date-time */
                asked_at: string;
                id: components["schemas"]["VarietyRequestId"];
                name: components["schemas"]["Name"];
                /** @description Everybody who asked, the first first. */
                voices: components["schemas"]["VoiceView"][];
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_VarietyRequestView: {
            items: {
                /** Format: date-time */
                answered_at?: string | null;
                asked: components["schemas"]["AskedVariety"];
                /** Format: date-time */
                asked_at: string;
                id: components["schemas"]["VarietyRequestId"];
                /** @description What the office says to it. */
                reason?: string | null;
                status: components["schemas"]["RequestStatus"];
                variety?: components["schemas"]["Named"] | null;
            }[];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
        };
        PaidLine: {
            /** @description The amount that was on the screen: all that is owed for the line. */
            amount: components["schemas"]["Vnd"];
            contract: components["schemas"]["ContractId"];
            due?: components["schemas"]["DueKind"] | null;
            /**
             * Format: int32
             * @description A delivery by its number; absent for one of the contract's own debts.
             */
            line?: number | null;
        };
        PartyName: {
            id: components["schemas"]["OrgId"];
            name: string;
        };
        /** @description A party by its name; how to reach it stands in the contract. */
        PartyView: {
            id: components["schemas"]["OrgId"];
            name: string;
        };
        PauseOrganisation: {
            reason?: components["schemas"]["Reason"] | null;
            /**
             * Format: int64
             * @description The version that was on the screen.
             */
            version: number;
        };
        PaymentPage: {
            items: components["schemas"]["DebtView"][];
            /**
             * Format: uuid
             * @description Send it as `after` for the next page; absent on the last one.
             */
            next?: string | null;
            totals: components["schemas"]["PaymentTotals"];
        };
        /** @description All that is open, whatever page is shown. */
        PaymentTotals: {
            /** @description Of deposits, owed by the supplier and not declared; in none of the others. */
            back: components["schemas"]["Vnd"];
            /** @description Declared and not confirmed. */
            declared: components["schemas"]["Vnd"];
            /** @description Owed and not declared, late or not. */
            due: components["schemas"]["Vnd"];
            late: components["schemas"]["Vnd"];
        };
        PaymentView: {
            amount?: components["schemas"]["Vnd"] | null;
            /** Format: date-time */
            confirmed_at?: string | null;
            /**
             * Format: int64
             * @description Whole days past the due day while no payment is declared.
             */
            days_late?: number | null;
            /** Format: date-time */
            declared_at?: string | null;
            /** @description Why the supplier says that a declared payment did not arrive. */
            dispute?: string | null;
            /** Format: date-time */
            disputed_at?: string | null;
            due_on?: components["schemas"]["TradeDay"] | null;
            reference?: components["schemas"]["Name"] | null;
            /** @description `none`, `due`, `declared` or `confirmed`. */
            status: string;
        };
        /**
         * @description A share from 0 to 100 %, exact to a hundredth of a percent. In JSON a decimal string of percent: `"7.5"`.
         * @example 7.5
         */
        Percent: string;
        /** @description Everything that is kept about one person. Codes, links and what proves the password are not in it. */
        PersonalData: {
            account: Record<string, never>;
            account_events: Record<string, never>[];
            /** @description What the person did: the record, the part of it, which one, when. */
            actions: Record<string, never>[];
            /** @description What the programme office entered because the person asked for it. */
            asked_office: Record<string, never>[];
            consents: Record<string, never>[];
            /** Format: date-time */
            exported_at: string;
            /** @description Links that were made to confirm an address or to set a password. */
            links: Record<string, never>[];
            mails: Record<string, never>[];
            notices: Record<string, never>[];
            sessions: Record<string, never>[];
            signatures: Record<string, never>[];
            /** @description Kept searches, which mail is wanted, an address that takes none, the invitation. */
            wishes: Record<string, never>;
        };
        /**
         * @description A number as `+84912345678`. Reading one accepts spaces, dots, `0084`, a lost leading zero, and the prefixes of before
         *     2018, which it renews.
         */
        Phone: string;
        /** Format: uuid */
        PhotoId: string;
        /** @description What is known of a photo; its bytes are at `/offers/{id}/photos/{photo}`. */
        PhotoView: {
            /** Format: int32 */
            bytes: number;
            /** Format: int32 */
            height: number;
            id: components["schemas"]["PhotoId"];
            /** Format: int32 */
            width: number;
        };
        /** @description A commune of today, with the district it mostly was before July 2025. */
        PlaceView: {
            commune: string;
            commune_code: string;
            old_district: string;
            province: string;
        };
        /** @description Where and when the buyer receives. */
        Places: {
            /** @description The buyer's dock. */
            dock: components["schemas"]["Name"];
            /** @description When the dock receives; the night shift runs past midnight. */
            hours: components["schemas"]["Hours"];
            /** @description Where the goods are loaded. */
            pickup: components["schemas"]["Name"];
        };
        /** @description The terms of a demand, with its title among them if it has one. */
        PostDemand: components["schemas"]["DemandTerms"] & {
            title?: components["schemas"]["Title"] | null;
        };
        /** @enum {string} */
        PostStatus: "open" | "withdrawn" | "expired";
        /** @description A premium on top of the highest price, for goods that have the attribute on every day on which they may be delivered. */
        Preference: {
            attribute: components["schemas"]["Attribute"];
            premium: components["schemas"]["VndPerKg"];
            /** @description Of something measured, and of nothing else: the sizes that every fruit of the lot has, the least sugar, or the least juice. */
            quality?: components["schemas"]["Quality"];
        };
        /** @description Something preferred, and what its buyer pays more for it. */
        PreferenceView: {
            attribute: components["schemas"]["Attribute"];
            premium?: components["schemas"]["VndPerKg"] | null;
            /** @description The sizes, the least sugar or the least juice, where the attribute is one of them. */
            quality?: components["schemas"]["Quality"];
        };
        /** @description Two prices in đồng per kg. */
        PriceBand: {
            /** Format: int64 */
            high: number;
            /** Format: int64 */
            low: number;
        };
        PriceBoard: {
            items: components["schemas"]["ReferencePrice"][];
            week?: components["schemas"]["Week"] | null;
        };
        PriceHistory: {
            /** @description Newest first, thirteen weeks at most. */
            items: components["schemas"]["ReferencePrice"][];
        };
        /** @description The body of every error. */
        Problem: {
            /**
             * @description Stable name of what went wrong; the screens translate it.
             * @example stale
             */
            code: string;
            /** @description Of an edit that came too late (`stale`): what it would have changed, as it stands now. */
            current?: Record<string, never> | null;
            /** @description The same in English, for people who read logs. */
            detail: string;
            /** @description The fields at fault, where there are any. */
            errors?: components["schemas"]["ProblemField"][];
            /**
             * Format: int32
             * @example 409
             */
            status: number;
        };
        ProblemField: {
            /** @example kg_out_of_range */
            code: string;
            /**
             * @description Path in the request body.
             * @example kg_total
             */
            field: string;
        };
        ProductBalance: {
            product: string;
            /** @description One for each week, in order. */
            weeks: components["schemas"]["WeekBalance"][];
        };
        ProductSummary: {
            kg_demanded: string;
            kg_offered: string;
            /** Format: int64 */
            open_offers: number;
            product: components["schemas"]["Named"];
        };
        ProductView: {
            name_en: string;
            name_vi: string;
            slug: string;
            varieties: components["schemas"]["VarietyView"][];
        };
        /** @description How far a contract has come, all lines together; money is left out for a driver. */
        ProgressView: {
            accepted_kg: components["schemas"]["Kg"];
            confirmed?: components["schemas"]["Vnd"] | null;
            contracted_kg: components["schemas"]["Kg"];
            declared?: components["schemas"]["Vnd"] | null;
            due?: components["schemas"]["Vnd"] | null;
            /** @description Accepted or rejected so far. */
            received_kg: components["schemas"]["Kg"];
            rejected_kg: components["schemas"]["Kg"];
            shipped_kg: components["schemas"]["Kg"];
        };
        /** @description One week's delivery as the contract promises it. */
        PromisedLine: {
            amount: components["schemas"]["Vnd"];
            kg: components["schemas"]["Kg"];
            /** Format: int32 */
            number: number;
            week: components["schemas"]["Week"];
            window: components["schemas"]["Window"];
        };
        /** @description A certificate that counts. */
        ProofView: {
            kind: components["schemas"]["CertKind"];
            number: string;
            valid_to: components["schemas"]["TradeDay"];
        };
        /** Format: uuid */
        ProposalId: string;
        /** @description A proposal in a list. */
        ProposalRow: {
            /** @description A clerk of the own organisation waits for a director's word on it. */
            asks_director: boolean;
            buyer: components["schemas"]["PartyView"];
            carrier: components["schemas"]["Carrier"];
            /** @description Wanted on the days of delivery, or paid for: whoever sells promises them. */
            certificates: components["schemas"]["CertKind"][];
            /** Format: date-time */
            closed_at?: string | null;
            /** @description At the buyer's dock. */
            delivered: components["schemas"]["VndPerKg"];
            demand: components["schemas"]["DemandId"];
            /** @description What is paid ahead and what is kept back. */
            dues: components["schemas"]["DueTerms"];
            /** Format: date-time */
            expires_at: string;
            /** @description At the farm gate, before VAT. */
            farm_gate: components["schemas"]["VndPerKg"];
            first_week: components["schemas"]["Week"];
            freight: components["schemas"]["Freight"];
            grade: components["schemas"]["Grade"];
            id: components["schemas"]["ProposalId"];
            kg_total: components["schemas"]["Kg"];
            last_week: components["schemas"]["Week"];
            my_side?: components["schemas"]["Side"] | null;
            offer: components["schemas"]["OfferId"];
            /** Format: date-time */
            opened_at: string;
            /** Format: int32 */
            payment_days: number;
            /** @description What the buyer pays the supplier: delivered, or at the farm gate when the buyer carries. */
            price: components["schemas"]["VndPerKg"];
            product: components["schemas"]["Named"];
            reference?: components["schemas"]["ReferenceView"] | null;
            /**
             * Format: int32
             * @description The revision on the table; an answer names it.
             */
            revision: number;
            round: components["schemas"]["RoundId"];
            /** @description open, agreed, declined, expired, or stopped because one side was suspended. */
            status: string;
            supplier: components["schemas"]["PartyView"];
            /** @description The whole amount, before VAT. */
            total: components["schemas"]["Vnd"];
            variety: components["schemas"]["Named"];
            /** Format: int64 */
            version: number;
            /** @description Who still has to answer. */
            waits_for: components["schemas"]["Side"][];
            weeks: number;
        };
        /** @description Terms as typed or as a round proposes them, not yet checked. */
        ProposalTerms: {
            carrier?: components["schemas"]["Carrier"];
            /** @description What is paid ahead and what is kept back; none of both where nothing is said. */
            dues?: components["schemas"]["DueTerms"];
            farm_gate: components["schemas"]["VndPerKg"];
            freight?: components["schemas"]["Freight"];
            lines: components["schemas"]["WeekKg"][];
            /** Format: int32 */
            payment_days: number;
            /** @description What the round counted a premium for and these terms neither pay for nor promise, because its paper no longer stands. */
            without?: components["schemas"]["Attribute"][];
        };
        /** @description A proposal whole. */
        ProposalView: components["schemas"]["ProposalRow"] & {
            approval?: components["schemas"]["ApprovalView"] | null;
            contract?: components["schemas"]["ContractId"] | null;
            declined?: components["schemas"]["DeclineView"] | null;
            delivery: components["schemas"]["PlaceView"];
            delivery_hours: components["schemas"]["Hours"];
            delivery_line?: components["schemas"]["Name"] | null;
            /** @description What the buyer wrote beside the demand, the line of the store included. */
            demand_note?: components["schemas"]["Note"];
            lines: components["schemas"]["ProposedLine"][];
            lost?: components["schemas"]["LostView"] | null;
            /** @description Papers that the demand requires and that do not stand for every week: until they do, or are required no more, nobody can accept. */
            missing: components["schemas"]["CertKind"][];
            /** @description What the supplier wrote beside the offer. */
            offer_note?: components["schemas"]["Note"];
            /** @description Of the goods, oldest first. */
            photos: components["schemas"]["PhotoView"][];
            pickup: components["schemas"]["PlaceView"];
            /** @description What the supplier measured of the goods beyond the grade. */
            quality?: components["schemas"]["Quality"];
            /** @description What the demand requires beyond the grade. */
            quality_wanted?: components["schemas"]["Quality"];
            /** @description Oldest first; the last one is on the table. */
            revisions: components["schemas"]["RevisionView"][];
            /** @description What the supplier takes off for how many kilograms in one contract, as the offer says it now. */
            tiers?: components["schemas"]["Tier"][];
            why: components["schemas"]["WhyView"];
        };
        /** @description One week's delivery. */
        ProposedLine: {
            amount: components["schemas"]["Vnd"];
            /** @description The days of the week on which the goods are both ripe and wanted. */
            from: components["schemas"]["TradeDay"];
            kg: components["schemas"]["Kg"];
            to: components["schemas"]["TradeDay"];
            week: components["schemas"]["Week"];
        };
        /** @description A province since July 2025: `25`. */
        ProvinceCode: string;
        ProvinceTotals: {
            /** @example 25 */
            code: string;
            /**
             * Format: int64
             * @description For those who trade here.
             */
            demands?: number | null;
            kg_demanded?: string | null;
            kg_offered: string;
            name: string;
            /** Format: int64 */
            offers: number;
        };
        /** @description How the deliveries of a contract kept their days. */
        PunctualityView: {
            /** @description Of these, on the confirmed day, or within the asked days where none was confirmed. */
            on_day: number;
            /** @description Deliveries that left. */
            sent: number;
        };
        Quality: {
            /**
             * Format: int32
             * @description Sugar in tenths of a degree Brix, 10 to 350.
             * @example 105
             */
            brix_tenths?: number | null;
            /**
             * Format: int32
             * @description Juice in percent of the weight, 1 to 100.
             * @example 40
             */
            juice_percent?: number | null;
            /** @description Labels of the grade sheet of the variety, each once, at most fourteen. */
            sizes?: components["schemas"]["SizeCode"][];
        };
        /** @description What the supplier measured of the goods and promises of every delivery. */
        QualityPromise: {
            /**
             * Format: int32
             * @description At least so much sugar, in tenths of a degree Brix.
             */
            brix_tenths?: number | null;
            /**
             * Format: int32
             * @description At least so much juice, in percent of the weight.
             */
            juice_percent?: number | null;
            /** @description By what the sizes are told apart; contracts of before know diameters alone. */
            measure?: components["schemas"]["SizeMeasure"];
            /** @description With what each label stood for, so that no later edition of the sheet changes the contract. */
            sizes: components["schemas"]["SizePromise"][];
            standard?: components["schemas"]["Name"] | null;
        };
        QuantityStep: {
            /** Format: date-time */
            at: string;
            forecast?: components["schemas"]["Forecast"] | null;
            /** @description What rounds could use from then on. */
            kg_total: components["schemas"]["Kg"];
            /** Format: int64 */
            version: number;
        };
        QuantityTrail: {
            /** @description What buyers took until now. */
            delivered: components["schemas"]["Kg"];
            /** @description In live proposals and contracts. */
            held: components["schemas"]["Kg"];
            /** @description The oldest first, fifty at most. */
            steps: components["schemas"]["QuantityStep"][];
        };
        /** @description What would be different; what is not named stays. */
        Question: {
            paper?: components["schemas"]["CertKind"] | null;
            price?: components["schemas"]["VndPerKg"] | null;
            /**
             * Format: int32
             * @description All days so many weeks later (earlier where negative); -8 to 8.
             */
            weeks?: number;
        };
        ReadNotices: {
            /** @description The newest notice that was on the screen. */
            up_to: components["schemas"]["NoticeId"];
        };
        /** @description A reason given to the other side, in the words of the person who gives it. */
        Reason: string;
        /** @description Why something found no partner. */
        ReasonView: {
            /** @description What the nearest counterparty would still meet then. */
            also: components["schemas"]["ObstacleView"][];
            /** @description Without it the nearest counterparty would fit. */
            obstacle: components["schemas"]["ObstacleView"];
            /** @description How many stand before the same obstacle. */
            scope: components["schemas"]["CrowdView"];
        };
        ReceiptView: {
            accepted: components["schemas"]["Kg"];
            /** Format: date-time */
            at: string;
            outcome: components["schemas"]["Outcome"];
            received: components["schemas"]["Kg"];
            rejected: components["schemas"]["Kg"];
            rejections: components["schemas"]["Rejection"][];
        };
        /** @description What the dock found. The accepted kilograms and the rejected ones add up to those received. */
        ReceiveBody: {
            accepted: components["schemas"]["Kg"];
            /** @description What the scale shows. */
            received: components["schemas"]["Kg"];
            rejections?: components["schemas"]["Rejection"][];
        };
        /** @description What was posted by the calendar at once. */
        RecurredView: {
            demand: components["schemas"]["DemandId"];
            first_week: components["schemas"]["Week"];
            last_week: components["schemas"]["Week"];
            /**
             * Format: int64
             * @description How many delivery points; the demand is that of the first one.
             */
            points: number;
        };
        /** Format: uuid */
        RecurringDemandId: string;
        /** @enum {string} */
        RecurringDemandStatus: "running" | "stopped" | "over";
        RecurringDemandTerms: {
            /** @description Twice as much before Tết, half in the week of its first day, nothing in the week off. */
            by_season?: boolean;
            /** @description What is wanted, from which week to which, and how much in a usual one. */
            line: components["schemas"]["DemandLine"];
            /** @description Where it goes, if not to the one place of the line: together they take what the line wants in a usual week. */
            points?: components["schemas"]["DeliveryPoint"][];
            /**
             * Format: int32
             * @description How many weeks before its own a week goes on the market.
             */
            weeks_ahead: number;
        };
        /** @description A recurring demand as its owner sees it. */
        RecurringDemandView: {
            /** @description The one place, or the first of several. */
            delivery: components["schemas"]["PlaceView"];
            id: components["schemas"]["RecurringDemandId"];
            next_on?: components["schemas"]["TradeDay"] | null;
            /** @description The delivery points in their order; empty where it all goes to one place. */
            places: components["schemas"]["PlaceView"][];
            /** @description What was posted so far, the newest first. */
            posted: components["schemas"]["RecurredView"][];
            /** Format: date-time */
            posted_at: string;
            product: components["schemas"]["Named"];
            status: components["schemas"]["RecurringDemandStatus"];
            terms: components["schemas"]["RecurringDemandTerms"];
            /** @description Any variety of the product when empty. */
            varieties: components["schemas"]["Named"][];
            /**
             * Format: int64
             * @description Send it with a change.
             */
            version: number;
            /** @description The weeks still to be posted, with what each of them wants. */
            weeks: components["schemas"]["DemandWeek"][];
        };
        /** @description What a variety was worth in a week. */
        ReferencePrice: {
            farmgate?: components["schemas"]["Band"] | null;
            retail?: components["schemas"]["Band"] | null;
            variety: string;
            week: components["schemas"]["Week"];
            wholesale?: components["schemas"]["Band"] | null;
        };
        /** @description A reference price and since when it is known; one of the catalogue has no week. */
        ReferenceView: {
            /** Format: int64 */
            price: number;
            week?: components["schemas"]["Week"] | null;
        };
        RefuseApproval: {
            /** @description The clerk reads it; the other side does not. */
            reason: components["schemas"]["Reason"];
        };
        RefuseAssisted: {
            /** @description The office reads it. */
            reason: components["schemas"]["Reason"];
        };
        RefuseVariety: {
            /** @description Those who asked read it. */
            reason: components["schemas"]["Reason"];
        };
        Registration: {
            member: components["schemas"]["NewMember"];
            organisation: components["schemas"]["OrgProfile"];
        };
        /** @enum {string} */
        RejectReason: "damaged" | "rotten" | "unripe" | "overripe" | "wrong_size" | "wrong_grade" | "wrong_variety" | "pest" | "residue" | "packaging" | "papers_missing" | "over_quantity" | "other";
        /** @description Kilograms that were not accepted, and why. */
        Rejection: {
            kg: components["schemas"]["Kg"];
            note?: components["schemas"]["Note"] | null;
            reason: components["schemas"]["RejectReason"];
        };
        RenameDemand: {
            title?: components["schemas"]["Title"] | null;
        };
        RenameSearch: {
            name: components["schemas"]["Name"];
        };
        /** @description Who signs for an organisation, by law. */
        Representative: {
            name: components["schemas"]["Name"];
            position: components["schemas"]["Name"];
        };
        /** @enum {string} */
        RequestStatus: "open" | "taken" | "refused";
        ResetLinkFor: {
            /** @description How the person signs in. */
            sign_in: components["schemas"]["SignInName"];
        };
        /** @description A link for a new password. It is shown this once. */
        ResetLinkMade: {
            /** Format: date-time */
            expires_at: string;
            link: string;
            /** @description Whom it is for. */
            name: string;
            sign_in: string;
        };
        ResetPassword: {
            password: string;
            token: string;
        };
        /** @description How much is left, as the buyer read it. */
        RestBody: {
            left: components["schemas"]["Kg"];
        };
        ResumeOrganisation: {
            /** Format: int64 */
            version: number;
        };
        Review: {
            decision: components["schemas"]["Decision"];
            /** @description The organisation reads it. */
            reason: components["schemas"]["Reason"];
            /**
             * Format: int64
             * @description The version that was on the screen: what was not seen is not verified. A suspension needs none.
             */
            version?: number | null;
        };
        RevisionView: {
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            buyer_accepted_at?: string | null;
            by?: components["schemas"]["Side"] | null;
            changes: components["schemas"]["ChangeView"][];
            message?: string | null;
            /** Format: int32 */
            number: number;
            /** Format: date-time */
            supplier_accepted_at?: string | null;
            terms: components["schemas"]["ProposalTerms"];
            total: components["schemas"]["Vnd"];
        };
        /** @enum {string} */
        Role: "director" | "clerk" | "viewer" | "driver" | "officer" | "operator";
        /** Format: uuid */
        RoundId: string;
        /** @description What everybody may know of a round. */
        RoundNews: {
            kg_demanded: components["schemas"]["Kg"];
            kg_matched: components["schemas"]["Kg"];
            kg_offered: components["schemas"]["Kg"];
            /** Format: int64 */
            proposals: number;
            /** Format: date-time */
            ran_at: string;
        };
        /** @description What proves the round: the hashes that a replay must meet, and that an independent verifier accepted the plan. */
        RoundProof: {
            market_hash: string;
            plan_hash: string;
            /** @description Proves the plan again from what is stored. */
            replay: string;
            /** @description A plan that its verifier refuses is never stored. */
            verified: boolean;
        };
        /** @description Totals of a round; amounts in đồng. */
        RoundRow: {
            /**
             * Format: int64
             * @description No plan can gain more.
             */
            bound: number;
            /** Format: int64 */
            buyers: number;
            /** Format: int64 */
            demands: number;
            /**
             * Format: int64
             * @description Trades whose posts changed or were promised while the round was computed.
             */
            dropped: number;
            /** Format: int64 */
            gap: number;
            /** @description The day and hour it ran for (2026-11-23T06:30 in Viet Nam); absent when an officer ran it. */
            hour?: string | null;
            id: components["schemas"]["RoundId"];
            kg_demanded: components["schemas"]["Kg"];
            kg_matched: components["schemas"]["Kg"];
            kg_offered: components["schemas"]["Kg"];
            /** Format: int64 */
            millis: number;
            /** Format: int64 */
            offers: number;
            officer?: components["schemas"]["UserId"] | null;
            /** Format: int64 */
            proposals: number;
            /** Format: date-time */
            ran_at: string;
            /** Format: int64 */
            suppliers: number;
            /** Format: int64 */
            trades: number;
            /**
             * Format: int64
             * @description What all trades gain together: what buyers would have paid less what suppliers asked for and freight.
             */
            value: number;
        };
        RoundView: components["schemas"]["RoundRow"] & {
            certificate: components["schemas"]["RoundProof"];
            groups: components["schemas"]["GroupView"][];
            split: components["schemas"]["SplitView"];
            unmatched: components["schemas"]["UnmatchedGroup"][];
        };
        /** @enum {string} */
        RowState: "accepted" | "review" | "skipped" | "left" | "known" | "made";
        RulesView: {
            edition: components["schemas"]["EditionView"];
            /** @description Every edition, the newest first. */
            editions: components["schemas"]["EditionView"][];
            /** @description SHA-256 of both languages. */
            hash: string;
            /**
             * Format: int64
             * @description The one in force now, which need not be this one.
             */
            in_force: number;
            sections: components["schemas"]["Section"][];
            title: string;
        };
        SaveSearch: {
            name: components["schemas"]["Name"];
            search: components["schemas"]["Search"];
            /** @description Whose posts it looks at: `supplier` for offers, `buyer` for demands. */
            side: components["schemas"]["Side"];
        };
        SavedSearch: {
            /** Format: date-time */
            created_at: string;
            id: components["schemas"]["SearchId"];
            name: components["schemas"]["Name"];
            search: components["schemas"]["Search"];
            /** @description Whose posts it looks at: `supplier` for offers, `buyer` for demands. */
            side: components["schemas"]["Side"];
        };
        SavedSearches: {
            items: components["schemas"]["SavedSearch"][];
            /** @description How many one person keeps at most. */
            most: number;
        };
        /** Format: uuid */
        ScanId: string;
        /** @description What is known of a scan; its bytes are at `/certificates/{id}/scans/{scan}`. */
        ScanView: {
            /** Format: date-time */
            added_at: string;
            /** Format: int32 */
            bytes: number;
            /** Format: int32 */
            height?: number | null;
            id: components["schemas"]["ScanId"];
            media: components["schemas"]["Media"];
            /**
             * Format: int32
             * @description Of a picture.
             */
            width?: number | null;
        };
        /** @description The filters of a list, as they are typed. Everything when all are left out. */
        Search: {
            /**
             * @description An offer has papers of all these kinds; a demand asks for no others.
             * @default []
             */
            certificates: components["schemas"]["CertKinds"];
            /** @default null */
            from: components["schemas"]["TradeDay"] | null;
            /** @default null */
            least: components["schemas"]["Kg"] | null;
            /** @default null */
            place: components["schemas"]["Words"] | null;
            /** @default null */
            price_from: components["schemas"]["VndPerKg"] | null;
            /** @default null */
            price_to: components["schemas"]["VndPerKg"] | null;
            /** @default null */
            product: components["schemas"]["Slug"] | null;
            /** @default null */
            province: components["schemas"]["ProvinceCode"] | null;
            /** @default null */
            q: components["schemas"]["Words"] | null;
            /** @default null */
            to: components["schemas"]["TradeDay"] | null;
            /** @default null */
            variety: components["schemas"]["Slug"] | null;
            /**
             * Format: int32
             * @description By road from the own organisation's commune.
             * @default null
             */
            within_km: number | null;
        };
        /** Format: uuid */
        SearchId: string;
        /** @description Weeks of the year, a bit each. */
        Season: components["schemas"]["WeekRange"][];
        SeasonTonnage: {
            items: components["schemas"]["TonnageView"][];
            /** @description The crop year. */
            season: components["schemas"]["Window"];
        };
        Section: {
            heading: string;
            /** @description One after another, above the points. */
            paragraphs: string[];
            points: string[];
        };
        SeenPoint: {
            id: components["schemas"]["DemandId"];
            /** Format: int64 */
            version: number;
        };
        /** Format: uuid */
        SessionId: string;
        SessionOrganisation: {
            id: components["schemas"]["OrgId"];
            kind: components["schemas"]["OrgKind"];
            name: string;
            /** @description Why it is in that state, where somebody said so. */
            reason?: string | null;
            side: components["schemas"]["Side"];
            status: string;
        };
        SessionUser: {
            email?: string | null;
            email_confirmed: boolean;
            id: components["schemas"]["UserId"];
            language: string;
            name: string;
            role: components["schemas"]["Role"];
            sign_in: string;
            /** @description Whether an authenticator app is set up for signing. */
            totp: boolean;
        };
        SessionView: {
            organisation?: components["schemas"]["SessionOrganisation"] | null;
            rules?: components["schemas"]["EditionView"] | null;
            user: components["schemas"]["SessionUser"];
        };
        SetClerkLimit: {
            limit: components["schemas"]["ClerkLimit"];
        };
        /** @description How the value of an accepted delivery is made up. */
        ShareView: {
            retained: components["schemas"]["Vnd"];
            /** @description Paid ahead with the deposit. */
            set_off: components["schemas"]["Vnd"];
            /** @description Accepted kilograms at the contract price. */
            value: components["schemas"]["Vnd"];
        };
        /** @enum {string} */
        Side: "supplier" | "buyer";
        SignContract: {
            authority?: components["schemas"]["Authorisation"] | null;
            /**
             * @description Six digits, from the mail or from the authenticator.
             * @example 407152
             */
            code: string;
            /** Format: int32 */
            edition: number;
            /** @description Of the text that was read. */
            hash: string;
            password: string;
        };
        SignIn: {
            password: string;
            /** @description E-mail, phone number or chosen name. */
            sign_in: string;
        };
        /**
         * @description Kept in one form, so that two people cannot have names that differ only in case or in how a number is written:
         *     lower case, phone numbers as `+84…`. A chosen name has a letter, so it is never taken for a number.
         */
        SignInName: string;
        /** @description A signature in plain facts. */
        SignatureView: {
            /** Format: date-time */
            at: string;
            authority: components["schemas"]["Authority"];
            hash: string;
            /** @description Beside the password: `email_code` or `totp`. */
            method: string;
            name: string;
            /** @description Of the registered representative. */
            position?: string | null;
            side: components["schemas"]["Side"];
        };
        /** @description Where the code to sign with comes from. */
        SigningCode: {
            /**
             * Format: date-time
             * @description When another one may be asked for.
             */
            again_at: string;
            /** Format: date-time */
            expires_at: string;
            /** @enum {string} */
            method: "email_code";
            /**
             * @description The address, most of it hidden.
             * @example h***@htx.example
             */
            sent_to: string;
        } | {
            /** @enum {string} */
            method: "totp";
        };
        /** @description A size label of a grade sheet: `3`, `1-XX`, `XL`. Ranges of sizes may overlap, so it is chosen by whoever packs, never reckoned. */
        SizeCode: string;
        /** @enum {string} */
        SizeMeasure: "diameter_mm" | "weight_g" | "length_cm";
        SizePromise: {
            code: components["schemas"]["SizeCode"];
            /**
             * Format: int32
             * @description In the unit of the measure.
             */
            from: number;
            /**
             * Format: int32
             * @description The largest size of some sheets is open.
             */
            to?: number | null;
        };
        SizeView: {
            code: string;
            /**
             * Format: int32
             * @description In the unit of the sheet's measure.
             */
            from: number;
            /**
             * Format: int32
             * @description Absent where the largest size is open.
             */
            to?: number | null;
        };
        /** @description Consent on paper; its scan is at `/assisted/{id}/slip`. */
        SlipView: {
            media: components["schemas"]["Media"];
            /** Format: date-time */
            recorded_at: string;
            /** @description Name of the officer. */
            recorded_by: string;
            reference: components["schemas"]["Name"];
            signed_on: components["schemas"]["TradeDay"];
        };
        /** @description The short name of a product or a variety in addresses and files: `buoi-do-tan-lac`. */
        Slug: string;
        /** @description How the gain is shared, and what goods and freight cost. */
        SplitView: {
            /** Format: int64 */
            buyer_gain: number;
            /** Format: int64 */
            freight_amount: number;
            /** Format: int64 */
            goods_amount: number;
            /** Format: int64 */
            supplier_gain: number;
        };
        /** @description The own account at the provider, as it is tied to the one here. */
        SsoView: {
            /** @description The address that the provider knew then. */
            email?: string | null;
            /** @description The provider's name; absent where this instance has none. */
            name?: string | null;
            tied: boolean;
            /** Format: date-time */
            tied_at?: string | null;
        };
        StarCount: {
            /** Format: int64 */
            count: number;
            /** Format: int64 */
            stars: number;
        };
        StatusCount: {
            /** Format: int64 */
            count: number;
            status: string;
        };
        StopGuardedChange: {
            /** @description Everybody who was told of the change reads it, the other side of a contract aside. */
            reason: components["schemas"]["Reason"];
        };
        /** @enum {string} */
        System: "android" | "ios" | "windows" | "macos" | "linux" | "other";
        TakeBackDocument: {
            /**
             * Format: int32
             * @description Number of the last event of this paper on the screen.
             */
            seen: number;
        };
        TakeRow: {
            /** @description Cells that a person wrote in; none to take the row as it stands. */
            cells: components["schemas"]["CellText"][];
        };
        TakeUp: {
            reason?: components["schemas"]["Reason"] | null;
            /** @description A variety that is there already, under another name: the names that were asked for become names of it. */
            variety: components["schemas"]["Slug"];
        };
        TallyView: {
            average?: components["schemas"]["VndPerKg"] | null;
            count: number;
            kg: components["schemas"]["Kg"];
            /** @description At the buyer's dock, before VAT. */
            total: components["schemas"]["Vnd"];
        };
        /** @enum {string} */
        TaskKind: "answer_proposal" | "approve_answer" | "sign_contract" | "dispatch" | "agree_day" | "receive" | "pay" | "confirm_payment" | "renew_certificate" | "confirm_change" | "confirm_harvest" | "send_documents" | "confirm_entry";
        TaskList: {
            items: components["schemas"]["TaskView"][];
            /** @description There are more than are shown: at most a hundred of one kind are. */
            more: boolean;
            /** @description What the programme office or the own director says of it. */
            organisation_reason?: string | null;
            /** @description `submitted`, `paused`, `refused`, `suspended` or `closed`; absent while the organisation is verified and in the rounds. */
            organisation_status?: string | null;
        };
        /** @description One thing to do. */
        TaskView: {
            amount: components["schemas"]["Vnd"];
            contract_number?: string | null;
            /**
             * Format: int64
             * @description Whole days past the deadline.
             */
            days_late?: number | null;
            /**
             * Format: date-time
             * @description The end of the day where only a day is agreed.
             */
            deadline: string;
            due?: components["schemas"]["DueKind"] | null;
            goods_en: string;
            goods_vi: string;
            /**
             * Format: uuid
             * @description The proposal, the contract, the certificate, the change, the offer or the office's entry.
             */
            id: string;
            kg: components["schemas"]["Kg"];
            kind: components["schemas"]["TaskKind"];
            /**
             * Format: int32
             * @description Number of the delivery line.
             */
            line?: number | null;
            /** @description Empty where the matter is the own organisation's alone. */
            other_party: string;
            /** @description Page of the front end where it is done. */
            path: string;
        };
        /** @description A tax code as it is printed: `0100100079`, `0100100079-001` or `017190001234`. */
        TaxCode: string;
        /** @description What the text says, in fields. */
        TermsView: {
            buyer: components["schemas"]["ContractParty"];
            carrier: components["schemas"]["Carrier"];
            conditions: components["schemas"]["Conditions"];
            /** @description Made of invented data: no contract in law. */
            demo: boolean;
            deposit?: components["schemas"]["Vnd"] | null;
            /** @description What is paid ahead and what is kept back. */
            dues: components["schemas"]["DueTerms"];
            farm_gate: components["schemas"]["VndPerKg"];
            freight: components["schemas"]["Freight"];
            goods: components["schemas"]["Goods"];
            legal_basis: string[];
            lines: components["schemas"]["PromisedLine"][];
            made_on: components["schemas"]["TradeDay"];
            /** Format: int32 */
            payment_days: number;
            places: components["schemas"]["Places"];
            /** @description What the buyer pays the supplier, before VAT. */
            price: components["schemas"]["VndPerKg"];
            supplier: components["schemas"]["ContractParty"];
            total: components["schemas"]["Vnd"];
            total_kg: components["schemas"]["Kg"];
            vat: components["schemas"]["VatView"];
        };
        Tie: {
            password: string;
        };
        TieView: {
            /** @description Where the browser goes to sign in at the provider. */
            url: string;
        };
        Tier: {
            /** @description Off the price of every kilogram, and off the lowest price. */
            discount: components["schemas"]["VndPerKg"];
            /** @description All weeks of one contract together. */
            from_kg: components["schemas"]["Kg"];
        };
        /** @description From how many kilograms in one contract on the supplier asks less. */
        TierView: {
            discount?: components["schemas"]["VndPerKg"] | null;
            from_kg: components["schemas"]["Kg"];
        };
        /** @description One line with something to read in it, short enough for the head of a phone's page. */
        Title: string;
        /** @description Papers of one kind whose varieties touch, together. */
        TonnageView: {
            can_grow: components["schemas"]["Kg"];
            contracted: components["schemas"]["Kg"];
            kind: components["schemas"]["CertKind"];
            /** @description The numbers of the papers. */
            numbers: string[];
            offered: components["schemas"]["Kg"];
            /** @description By how much the larger of the two exceeds what can grow. */
            over: components["schemas"]["Kg"];
            /** @description By area and the best usual yield, because a paper names none. */
            reckoned: boolean;
            /** @description The whole site when empty. */
            varieties: components["schemas"]["Slug"][];
        };
        TotpEnrolment: {
            /** @description To show as a QR code. */
            otpauth_url: string;
            /** @description To type into an authenticator app. */
            secret: string;
        };
        /**
         * Format: date
         * @description A trading day, `YYYY-MM-DD`.
         * @example 2026-11-23
         */
        TradeDay: string;
        /** @enum {string} */
        TradeUnit: "kg" | "fruit" | "bunch" | "stem" | "ear" | "head" | "litre";
        /** @description A trade with what no party sees: both reserves and the exact interval. */
        TradeView: {
            ask: components["schemas"]["VndPerKg"];
            bid: components["schemas"]["VndPerKg"];
            buyer: components["schemas"]["PartyView"];
            demand: components["schemas"]["DemandId"];
            fair?: components["schemas"]["PriceBand"] | null;
            /** Format: int64 */
            freight: number;
            grade: components["schemas"]["Grade"];
            /** Format: int32 */
            group: number;
            /** @description Between the buyers' best and the suppliers' best prices, exact. */
            interval: components["schemas"]["PriceBand"];
            kg: components["schemas"]["Kg"];
            lines: components["schemas"]["WeekKg"][];
            offer: components["schemas"]["OfferId"];
            /**
             * Format: int64
             * @description At the farm gate, as the round settled it.
             */
            price: number;
            proposal: components["schemas"]["ProposalId"];
            reason: components["schemas"]["MatchReason"];
            /** Format: int64 */
            road_km: number;
            /** @description Of the proposal now: open, agreed, declined or expired. */
            status: string;
            supplier: components["schemas"]["PartyView"];
            variety: components["schemas"]["Named"];
        };
        TransferView: {
            amount?: components["schemas"]["Vnd"] | null;
            bank_account?: components["schemas"]["BankAccount"] | null;
            /** @description The text of the code (VietQR, EMVCo); none where there is no account, or its bank is not known by a number. */
            code?: string | null;
            /**
             * @description Plain capitals, at most 25, that name the contract.
             * @example TT 0012/2026
             */
            purpose: string;
        };
        TypedNames: {
            /** @description Communes, with their province or district after a comma where a name is not enough; at most five hundred. */
            communes?: string[];
            /** @description Products, or varieties of one product, as they were typed; at most five hundred. */
            goods?: string[];
        };
        /** @description What the last round left, by what stood in the way. */
        UnmatchedCount: {
            kg: components["schemas"]["KgSum"];
            obstacle: string;
            /**
             * Format: int64
             * @description Offers or demands.
             */
            posts: number;
            side: string;
        };
        /** @description Rests of one product that stand before the same obstacle. */
        UnmatchedGroup: {
            kg_left: components["schemas"]["Kg"];
            obstacle: string;
            product: components["schemas"]["Named"];
            /** Format: int64 */
            rows: number;
            side: components["schemas"]["Side"];
        };
        UnmatchedView: {
            /** Format: uuid */
            id: string;
            kg_left: components["schemas"]["Kg"];
            organisation: components["schemas"]["PartyView"];
            /**
             * Format: uuid
             * @description The offer or the demand.
             */
            post: string;
            product: components["schemas"]["Named"];
            reason: components["schemas"]["ReasonView"];
            side: components["schemas"]["Side"];
            variety?: components["schemas"]["Named"] | null;
            week?: components["schemas"]["Week"] | null;
        };
        Unread: {
            /** Format: int64 */
            unread: number;
        };
        /** @description What a person says about themselves. */
        UserDetails: {
            email?: components["schemas"]["Email"] | null;
            language: components["schemas"]["Language"];
            name: components["schemas"]["Name"];
            phone?: components["schemas"]["Phone"] | null;
        };
        /** Format: uuid */
        UserId: string;
        VarietiesFound: {
            items: components["schemas"]["VarietyView"][];
        };
        /** @description A variety with its history. */
        VarietyFile: {
            /** @description The newest change first; at most a hundred. */
            history: components["schemas"]["VarietyStep"][];
            shipped?: components["schemas"]["VarietyTerms"] | null;
            terms: components["schemas"]["VarietyTerms"];
            variety: components["schemas"]["VarietyView"];
            /**
             * Format: int64
             * @description Send it with a change; 0 is as it came with the program.
             */
            version: number;
        };
        /** @description A request in the office's queue. */
        VarietyRequestFile: {
            /** Format: date-time */
            asked_at: string;
            id: components["schemas"]["VarietyRequestId"];
            name: components["schemas"]["Name"];
            /** @description Everybody who asked, the first first. */
            voices: components["schemas"]["VoiceView"][];
        };
        /** Format: uuid */
        VarietyRequestId: string;
        /** @description What an organisation asked for. */
        VarietyRequestView: {
            /** Format: date-time */
            answered_at?: string | null;
            asked: components["schemas"]["AskedVariety"];
            /** Format: date-time */
            asked_at: string;
            id: components["schemas"]["VarietyRequestId"];
            /** @description What the office says to it. */
            reason?: string | null;
            status: components["schemas"]["RequestStatus"];
            variety?: components["schemas"]["Named"] | null;
        };
        /** @description One change. */
        VarietyStep: {
            /** Format: date-time */
            at: string;
            /** @description The name of the officer. */
            by: string;
            reason: string;
            /** @description As it stood from then on. */
            terms: components["schemas"]["VarietyTerms"];
            /** Format: int64 */
            version: number;
        };
        /** @description What an officer writes of a variety. */
        VarietyTerms: {
            /** @description What else people call it; at most forty. */
            also?: components["schemas"]["Name"][];
            name_en: components["schemas"]["Name"];
            name_vi: components["schemas"]["Name"];
            product: components["schemas"]["Slug"];
            /** @description Nothing new is posted of it; what is posted and agreed goes on. */
            resting?: boolean;
            season: components["schemas"]["Season"];
            /** @description What it is counted in. */
            unit: components["schemas"]["TradeUnit"];
            unit_kg_max: components["schemas"]["Kg"];
            /** @description What one of that weighs, at least and at most. */
            unit_kg_min: components["schemas"]["Kg"];
        };
        VarietyView: {
            /** @description What else people call it. */
            also: string[];
            /** @description One of the four varieties of the Cao Phong geographical indication. */
            gi_cao_phong: boolean;
            name_en: string;
            name_vi: string;
            product: string;
            /** @description Nothing new is posted of it. */
            resting: boolean;
            /** @description Weeks of harvest. */
            season: components["schemas"]["Season"];
            slug: string;
            /** @description What one of it is called where it is not sold by the kg. */
            unit: components["schemas"]["TradeUnit"];
            unit_kg_max: components["schemas"]["Kg"];
            unit_kg_min: components["schemas"]["Kg"];
        };
        /** @enum {string} */
        VatCase: "not_subject" | "no_declaration" | "taxable" | "direct_revenue" | "standard_rate" | "needs_review";
        /** @enum {string} */
        VatMethod: "deduction" | "direct";
        VatView: {
            case: components["schemas"]["VatCase"];
            /** Format: int32 */
            rate_pct?: number | null;
            tax?: components["schemas"]["Vnd"] | null;
        };
        /**
         * Format: int64
         * @description An amount in đồng.
         * @example 529000000
         */
        Vnd: number;
        /**
         * Format: int64
         * @description A price in đồng per kilogram, from [`VndPerKg::LEAST`] to [`VndPerKg::MOST`] wherever a person types it.
         * @example 22500
         */
        VndPerKg: number;
        VoiceView: {
            asked: components["schemas"]["AskedVariety"];
            /** Format: date-time */
            at: string;
            /** @description The name of the person. */
            by: string;
            organisation: string;
        };
        VolumeSums: {
            /** @description In contracts that came into force. */
            contracted: components["schemas"]["KgSum"];
            /** @description Accepted by the buyer. */
            delivered: components["schemas"]["KgSum"];
            demanded: components["schemas"]["KgSum"];
            offered: components["schemas"]["KgSum"];
            /** @description In open proposals. */
            proposed: components["schemas"]["KgSum"];
            /** @description Of open offers, neither proposed nor contracted. */
            unsold: components["schemas"]["KgSum"];
        };
        /** @description What somebody on the road needs to know of the other side. */
        WayView: components["schemas"]["DealFacts"] & {
            contact?: components["schemas"]["Name"] | null;
            dock: components["schemas"]["Name"];
            hours: components["schemas"]["Hours"];
            phone?: components["schemas"]["Phone"] | null;
            /** @description Where the goods are loaded, the buyer's dock, and when it receives. */
            pickup: components["schemas"]["Name"];
        };
        /**
         * Format: date
         * @description A week, named by its Monday.
         * @example 2026-11-23
         */
        Week: string;
        /** @description An offer counts evenly over the days of its harvest. */
        WeekBalance: {
            demanded: components["schemas"]["KgSum"];
            /** @description In live proposals and contracts. */
            matched: components["schemas"]["KgSum"];
            offered: components["schemas"]["KgSum"];
        };
        /** @description The kilograms of one delivery week. */
        WeekKg: {
            kg: components["schemas"]["Kg"];
            week: components["schemas"]["Week"];
        };
        /** @description From one week of the year to another, both meant; `40` to `5` passes the new year. */
        WeekRange: {
            /**
             * Format: int32
             * @description 1 to 53.
             */
            from: number;
            /** Format: int32 */
            to: number;
        };
        /** @description What can be asked about a post, and what was. */
        WhatIfView: {
            /** @description Oldest first. */
            asked: components["schemas"]["AskedView"][];
            /** @description Questions that are left until the next round. */
            left: number;
            /** @description Papers that can be asked about: what an offer does not hold, what a demand requires. */
            papers: components["schemas"]["CertKind"][];
            /** @description Prices that can be asked about, ₫/kg, ascending: steps of 2 % of the reference price below and above the own one. */
            prices: components["schemas"]["VndPerKg"][];
            /** Format: date-time */
            ran_at?: string | null;
            round?: components["schemas"]["RoundId"] | null;
        };
        /** @description Why this price and this partner, as the round saw it. The other side's reserve is nowhere in it. */
        WhyView: {
            /**
             * Format: int64
             * @description What the supplier takes off every kilogram because the contract is this large; in the price already.
             */
            discount?: number | null;
            fair?: components["schemas"]["PriceBand"] | null;
            few_counterparties: boolean;
            /** Format: int64 */
            freight: number;
            office?: components["schemas"]["OfficeFacts"] | null;
            own_reserve?: components["schemas"]["VndPerKg"] | null;
            /** @description What the buyer pays more for because these goods have it; the price was settled with it. */
            premiums: components["schemas"]["Preference"][];
            /**
             * Format: int64
             * @description The round's price at the farm gate.
             */
            price: number;
            reason: components["schemas"]["MatchReason"];
            reference?: components["schemas"]["ReferenceView"] | null;
            /**
             * Format: int32
             * @description In tens, as everywhere before a contract names the places.
             */
            road_km: number;
        };
        /** @description Days from `from` to `to`, both included. */
        Window: {
            from: components["schemas"]["TradeDay"];
            to: components["schemas"]["TradeDay"];
        };
        /** @enum {string} */
        Wish: "at_once" | "daily" | "never";
        /** @description The version that was on the screen; left out, the offer is withdrawn as it stands. */
        Withdraw: {
            /** Format: int64 */
            version?: number | null;
        };
        /** @description What was typed into a search field. */
        Words: string;
        WriteOfficeNote: {
            /** @description Read by the office alone. */
            words: components["schemas"]["Note"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
