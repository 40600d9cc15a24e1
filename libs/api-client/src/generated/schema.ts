/* Generated from openapi.json. Do not edit. */
export interface paths {
    "/api/v1/address-bans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List address bans */
        get: operations["listAddressBans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/address-bans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one address ban */
        get: operations["getAddressBan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/address-bans/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a banned address come again */
        post: operations["liftAddressBan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/address-bans/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of address bans, as a file */
        get: operations["exportAddressBans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/address-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List address rules */
        get: operations["listAddressRules"];
        put?: never;
        /** Create a address rule */
        post: operations["createAddressRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/address-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one address rule */
        get: operations["getAddressRule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a address rule */
        patch: operations["updateAddressRule"];
        trace?: never;
    };
    "/api/v1/address-rules/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a address rule */
        post: operations["archiveAddressRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/address-rules/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a address rule */
        post: operations["restoreAddressRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/address-rules/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of address rules, as a file */
        get: operations["exportAddressRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List api keys */
        get: operations["listApiKeys"];
        put?: never;
        /** Make an API key; its secret is in this answer only */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one api key */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a api key */
        patch: operations["updateApiKey"];
        trace?: never;
    };
    "/api/v1/api-keys/{id}/cut-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take your organisation out of a key that another one manages */
        post: operations["cutOffApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a suspended key work again */
        post: operations["resumeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a key for good */
        post: operations["revokeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new secret; the old one goes on for some hours */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a key for a while */
        post: operations["suspendApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of api keys, as a file */
        get: operations["exportApiKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/reaching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys other organisations manage that reach into yours */
        get: operations["listReachingApiKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List requests of API keys, newest first */
        get: operations["listApiRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-requests/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests of API keys over time, and the busiest routes */
        get: operations["getApiUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/asset-observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List asset observations */
        get: operations["listAssetObservations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/asset-observations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one asset observation */
        get: operations["getAssetObservation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/asset-observations/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of asset observations, as a file */
        get: operations["exportAssetObservations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List assets */
        get: operations["listAssets"];
        put?: never;
        /** Create a asset */
        post: operations["createAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one asset */
        get: operations["getAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a asset */
        patch: operations["updateAsset"];
        trace?: never;
    };
    "/api/v1/assets/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a asset */
        post: operations["archiveAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move an asset to its next status */
        post: operations["moveAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a asset */
        post: operations["restoreAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/{id}/status-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statuses an asset has had, newest first */
        get: operations["listAssetStatusChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change up to 1,000 assets at once, or preview it */
        post: operations["changeAssets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/bulk-archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive many assets, or preview it */
        post: operations["archiveAssets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/bulk-restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore many assets, or preview it */
        post: operations["restoreAssets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of assets, as a file */
        get: operations["exportAssets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import an uploaded file, or try it */
        post: operations["importAssets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/import/{id}/refused.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The refused rows of the last run, each with its reason */
        get: operations["getRefusedAssetRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a CSV file and look at it */
        post: operations["previewAssetImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long events are kept, and what is on legal hold */
        get: operations["getRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change how long events are kept, or what is on legal hold */
        patch: operations["changeRetention"];
        trace?: never;
    };
    "/api/v1/audit-state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the audit log is being sealed */
        get: operations["getSealState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the sign-in page offers */
        get: operations["listOfferedConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/connections/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in through a connection: where to go */
        post: operations["startConnectionSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/connections/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The connection of an e-mail domain; tells nothing of accounts */
        post: operations["lookUpConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link is for */
        get: operations["getLink"];
        put?: never;
        /** Accept an invitation or set a new password */
        post: operations["acceptLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/links/{token}/email-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link about a change of address is for */
        get: operations["getEmailChangeLink"];
        put?: never;
        /** Confirm my new address with the link it got */
        post: operations["confirmEmailChange"];
        /** Stop a change with the link the old address got */
        delete: operations["stopEmailChange"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with e-mail and password */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/own-connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The connection this session came in through */
        get: operations["getOwnConnection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/own-connection/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where to sign out at the provider as well */
        get: operations["getSignOutAddress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/own-connection/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove again who you are, at the provider: where to go */
        post: operations["stepUpAtProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a passkey has to sign, to sign in */
        post: operations["challengePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey alone */
        post: operations["signInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change my password */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace my recovery codes */
        post: operations["renewRecoveryCodes"];
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
        /** Renew the browser session */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a reset link by mail; the answer is always the same */
        post: operations["requestReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What may finish the sign-in that was begun */
        get: operations["secondFactorWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My running sessions */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** End all my other sessions */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sso/{id}/saml/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Our metadata for one connection, for its provider */
        get: operations["getSamlMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove again who you are, for one class of act */
        post: operations["stepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/step-up/{class}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What may prove again who you are, for one class of act */
        get: operations["stepUpWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bearer tokens for an API client */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Renew bearer tokens */
        post: operations["renewToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish signing in with a one-time code, a recovery code or a passkey */
        post: operations["signInWithCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start setting up a one-time code */
        post: operations["beginTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/enrolment/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm with two consecutive codes */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When a backup was last proved, the last 50, and who may open them */
        get: operations["getBackupOverview"];
        put?: never;
        /** Make a backup now, and prove it */
        post: operations["makeBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody open one half of every backup from now on */
        post: operations["addBackupRecipient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups/recipients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lock no further backup for somebody */
        delete: operations["removeBackupRecipient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is, or could be, a break-glass account */
        get: operations["listBreakGlassAccounts"];
        put?: never;
        /** Let an administrator always sign in with a password */
        post: operations["chooseBreakGlassAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass-accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** No longer a break-glass account */
        delete: operations["dismissBreakGlassAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List contacts */
        get: operations["listContacts"];
        put?: never;
        /** Create a contact */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one contact */
        get: operations["getContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a contact */
        patch: operations["updateContact"];
        trace?: never;
    };
    "/api/v1/contacts/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a contact */
        post: operations["archiveContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/attach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the person a contact of another organisation as well */
        post: operations["attachContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/elsewhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same person at other organisations you may see */
        get: operations["listContactElsewhere"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a contact */
        post: operations["restoreContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/bulk-archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive many contacts, or preview it */
        post: operations["archiveContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/bulk-restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore many contacts, or preview it */
        post: operations["restoreContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of contacts, as a file */
        get: operations["exportContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List credentials */
        get: operations["listCredentials"];
        put?: never;
        /** Create a credential */
        post: operations["createCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one credential */
        get: operations["getCredential"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a credential */
        patch: operations["updateCredential"];
        trace?: never;
    };
    "/api/v1/credentials/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a credential */
        post: operations["archiveCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/{id}/fields/{field}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one secret of a credential to the clipboard */
        post: operations["copyCredentialField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/{id}/fields/{field}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reveal one secret of a credential */
        post: operations["revealCredentialField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a credential */
        post: operations["restoreCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/{id}/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The one-time code of this moment, without its seed */
        post: operations["useCredentialCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed which fields when; never values */
        get: operations["listCredentialVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/{id}/versions/{revision}/fields/{field}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reveal a secret as it was in an old version */
        post: operations["revealCredentialVersionField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/{id}/versions/{revision}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the fields of an old version back */
        post: operations["restoreCredentialVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/bulk-archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive many credentials, or preview it */
        post: operations["archiveCredentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/bulk-restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore many credentials, or preview it */
        post: operations["restoreCredentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of credentials, as a file */
        get: operations["exportCredentials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/custom-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List custom fields */
        get: operations["listCustomFields"];
        put?: never;
        /** Create a custom field */
        post: operations["createCustomField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/custom-fields/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one custom field */
        get: operations["getCustomField"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a custom field */
        patch: operations["updateCustomField"];
        trace?: never;
    };
    "/api/v1/custom-fields/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a custom field */
        post: operations["archiveCustomField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/custom-fields/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a custom field */
        post: operations["restoreCustomField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/custom-fields/bulk-archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive many custom fields, or preview it */
        post: operations["archiveCustomFields"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/custom-fields/bulk-restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore many custom fields, or preview it */
        post: operations["restoreCustomFields"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/custom-fields/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of custom fields, as a file */
        get: operations["exportCustomFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List events, newest first */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one event */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/neighbours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What else happened in the same request */
        get: operations["listEventNeighbours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count events over time by category */
        get: operations["chartEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Download every event a filter finds */
        post: operations["exportEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check that the last events are as they were written */
        post: operations["verifyEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/host-security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known against packages, how old that is, and 30 days of it */
        get: operations["getHostSecurity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/host-security/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at the packages of the machine now */
        post: operations["requestInspection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/host-security/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a report of Snyk, of npm, or of another machine */
        post: operations["bringReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List identities */
        get: operations["listIdentities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one identity */
        get: operations["getIdentity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identities/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whose a waiting identity is */
        post: operations["linkIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identities/{id}/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlink an identity; its sessions and roles end */
        post: operations["unlinkIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identities/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of identities, as a file */
        get: operations["exportIdentities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List inspections */
        get: operations["listInspections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one inspection */
        get: operations["getInspection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of inspections, as a file */
        get: operations["exportInspections"];
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
        /** Who is invited and has not accepted yet, also where the link has run out */
        get: operations["listInvitations"];
        put?: never;
        /** Invite a person into an organisation */
        post: operations["invite"];
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
        /** Take the waiting roles back */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a new link; the one before stops working */
        post: operations["sendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your jobs, newest first */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a job is; `Prefer: wait=10` waits for its end */
        get: operations["getJob"];
        put?: never;
        post?: never;
        /** Cancel a job; a running one ends a moment later */
        delete: operations["cancelJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow one job until it ends */
        get: operations["watchJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a failed or cancelled job again */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Root keys, who holds them, and how old data keys are */
        get: operations["getKeyOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/data-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The 200 oldest data keys in force */
        get: operations["listDataKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/data-keys/{organisationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The data keys in force of one organisation */
        get: operations["listOrganisationDataKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/recovery-kit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A document with the locked keys and five parts that open them */
        post: operations["printRecoveryKit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys being replaced, and the 50 last ones that were */
        get: operations["listDataKeyRotations"];
        put?: never;
        /** Replace a data key while everybody works */
        post: operations["rotateDataKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/shreddings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations to be shredded, and the 50 last that were */
        get: operations["listShreddings"];
        put?: never;
        /** Ask that the keys of an archived organisation be destroyed */
        post: operations["askForShredding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/shreddings/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve what somebody else asked for */
        post: operations["approveShredding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/shreddings/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop it while there is time */
        post: operations["withdrawShredding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every limit of the installation, and what it is set to */
        get: operations["listLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/limits/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One limit, by its name */
        get: operations["getLimit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Set the budget and the time of a limit */
        patch: operations["updateLimit"];
        trace?: never;
    };
    "/api/v1/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails that left or could not, without what they say */
        get: operations["listMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/manufacturers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List manufacturers */
        get: operations["listManufacturers"];
        put?: never;
        /** Create a manufacturer */
        post: operations["createManufacturer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/manufacturers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one manufacturer */
        get: operations["getManufacturer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a manufacturer */
        patch: operations["updateManufacturer"];
        trace?: never;
    };
    "/api/v1/manufacturers/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a manufacturer */
        post: operations["archiveManufacturer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/manufacturers/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a manufacturer */
        post: operations["restoreManufacturer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/manufacturers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of manufacturers, as a file */
        get: operations["exportManufacturers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what they may do where; an API key learns its scopes, organisations and limits */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys I made */
        get: operations["listOwnApiKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/api-keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a key of mine for good */
        post: operations["revokeOwnApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/email-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether my address can be changed, and what waits */
        get: operations["getEmailChange"];
        put?: never;
        /** Ask for another address; both mailboxes get a mail, and the answer says nothing about the new one */
        post: operations["askEmailChange"];
        /** Cancel the change I have asked for */
        delete: operations["cancelEmailChange"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow what happens to your jobs; `Last-Event-ID` continues */
        get: operations["watchMine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/favourites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My favourites, the newest first */
        get: operations["listFavourites"];
        put?: never;
        /** Mark a record as a favourite */
        post: operations["addFavourite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/favourites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** A record is a favourite no longer */
        delete: operations["removeFavourite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Identities linked to my account */
        get: operations["listMyIdentities"];
        put?: never;
        /** Link an identity at a connection: where to go */
        post: operations["linkMyIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Unlink an identity from my account */
        delete: operations["unlinkMyIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My passkeys */
        get: operations["listPasskeys"];
        put?: never;
        /** Add the passkey the device has made */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey of mine */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        /** Rename a passkey of mine */
        patch: operations["renamePasskey"];
        trace?: never;
    };
    "/api/v1/me/passkeys/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What one of my passkeys has to sign, for a fresh proof */
        post: operations["challengeOwnPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start adding a passkey */
        post: operations["beginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Keep theme, columns, keys and favourites; parts that are not given stay */
        patch: operations["setPreferences"];
        trace?: never;
    };
    "/api/v1/me/recents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last 50 records I opened, the newest first */
        get: operations["listRecents"];
        put?: never;
        /** Remember which records I opened; what I may not see is left out */
        post: operations["addRecents"];
        /** Forget every record I opened */
        delete: operations["clearRecents"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/recents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget that I opened a record */
        delete: operations["removeRecent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List memberships */
        get: operations["listMemberships"];
        put?: never;
        /** Create a membership */
        post: operations["createMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one membership */
        get: operations["getMembership"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a membership */
        patch: operations["updateMembership"];
        trace?: never;
    };
    "/api/v1/memberships/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a membership */
        post: operations["archiveMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a membership */
        post: operations["restoreMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/bulk-archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive many memberships, or preview it */
        post: operations["archiveMemberships"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/bulk-restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore many memberships, or preview it */
        post: operations["restoreMemberships"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of memberships, as a file */
        get: operations["exportMemberships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List models */
        get: operations["listModels"];
        put?: never;
        /** Create a model */
        post: operations["createModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one model */
        get: operations["getModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a model */
        patch: operations["updateModel"];
        trace?: never;
    };
    "/api/v1/models/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a model */
        post: operations["archiveModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a model */
        post: operations["restoreModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of models, as a file */
        get: operations["exportModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import a device-type library (zip) or one device file (YAML) */
        post: operations["importModels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This API as an OpenAPI 3.1 document */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List organisations */
        get: operations["listOrganisations"];
        put?: never;
        /** Open an organisation */
        post: operations["createOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one organisation */
        get: operations["getOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a organisation */
        patch: operations["updateOrganisation"];
        trace?: never;
    };
    "/api/v1/organisations/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a organisation */
        post: operations["archiveOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The logo, at most 256 points a side */
        get: operations["readOrganisationLogo"];
        /** Give the organisation a logo: PNG, JPEG or WebP */
        put: operations["putOrganisationLogo"];
        post?: never;
        /** Go back to initials and colour */
        delete: operations["removeOrganisationLogo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a organisation */
        post: operations["restoreOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/bulk-archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive many organisations, or preview it */
        post: operations["archiveOrganisations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/bulk-restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore many organisations, or preview it */
        post: operations["restoreOrganisations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names of all organisations, without their data */
        get: operations["listOrganisationDirectory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of organisations, as a file */
        get: operations["exportOrganisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/perimeter/countries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every country, and who came from there in seven days */
        get: operations["listCountries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/perimeter/country-database": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a country database in place */
        post: operations["uploadCountryDatabase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/perimeter/country-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** From where people may sign in, and the database */
        get: operations["getCountryRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change from where people may sign in */
        patch: operations["updateCountryRules"];
        trace?: never;
    };
    "/api/v1/perimeter/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether an address may come in, and what decides it */
        get: operations["testAddress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The 42 permissions in plain words */
        get: operations["listPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List events that belong to no organisation */
        get: operations["listPlatformEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platform-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all jobs, newest first */
        get: operations["listPlatformJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Relations of one record, seen from it */
        get: operations["listRelations"];
        put?: never;
        /** Relate two records of an organisation */
        post: operations["createRelation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a relation */
        delete: operations["removeRelation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List roles */
        get: operations["listRoles"];
        put?: never;
        /** Create a role */
        post: operations["createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one role */
        get: operations["getRole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a role */
        patch: operations["updateRole"];
        trace?: never;
    };
    "/api/v1/roles/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a role */
        post: operations["archiveRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a role */
        post: operations["restoreRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of roles, as a file */
        get: operations["exportRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rotation-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Secrets of your organisations that a person has seen in the last 90 days */
        get: operations["getOwnRotationList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rotation-list/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same as CSV */
        post: operations["exportOwnRotationList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sample-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Load three sample clients, owned by you */
        post: operations["loadSampleData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List scans */
        get: operations["listScans"];
        put?: never;
        /** Upload a network scan */
        post: operations["uploadScan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one scan */
        get: operations["getScan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept what a scan proposes */
        post: operations["acceptScan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a scan */
        post: operations["archiveScan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans/{id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What accepting a scan would change */
        get: operations["listScanProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a scan */
        post: operations["restoreScan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans/bulk-archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive many scans, or preview it */
        post: operations["archiveScans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans/bulk-restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore many scans, or preview it */
        post: operations["restoreScans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of scans, as a file */
        get: operations["exportScans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What runs when, and how it went */
        get: operations["listSchedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Pause a schedule or choose another time */
        patch: operations["updateSchedule"];
        trace?: never;
    };
    "/api/v1/schedules/{name}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run it now */
        post: operations["runSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schema.graphql": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The GraphQL schema in its definition language */
        get: operations["getGraphqlSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find anything you may see, by what the palette was told */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/security-chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count failures, bans and refusals over time */
        get: operations["chartSecurity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/self-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let yourself into an organisation, in the open */
        post: operations["selfGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where mails leave */
        get: operations["getMailSettings"];
        /** Set the mail server */
        put: operations["setMailSettings"];
        post?: never;
        /** Go back to SMTP_URL, or to no mail */
        delete: operations["forgetMailSettings"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/mail/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test mail now and say what happened */
        post: operations["testMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Session limits and second-factor rule */
        get: operations["getSignInRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change session limits and second-factor rule */
        patch: operations["updateSignInRules"];
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create the first administrator */
        post: operations["runSetup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the first-run wizard is open */
        get: operations["getSetupState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look with the rights of a colleague or a role for 30 minutes, read only and never beyond your own rights */
        post: operations["startSight"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sights/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Look with my own rights again */
        delete: operations["endSight"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sign in connections */
        get: operations["listSignInConnections"];
        put?: never;
        /** Create a sign in connection */
        post: operations["createSignInConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one sign in connection */
        get: operations["getSignInConnection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a sign in connection */
        patch: operations["updateSignInConnection"];
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a sign in connection */
        post: operations["archiveSignInConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether the provider is there and speaks what we expect */
        post: operations["checkSignInConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}/directory-syncs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last looks at the directory, newest first */
        get: operations["listDirectorySyncs"];
        put?: never;
        /** Look at the directory now, or only say what would change */
        post: operations["syncDirectory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}/directory-syncs/{sync}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One look at the directory with everything it changed */
        get: operations["getDirectorySync"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let nobody in, and end the sessions that came in */
        post: operations["disableSignInConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let people in through a tested connection */
        post: operations["enableSignInConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}/enforcement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a connection the only way in for an e-mail domain */
        post: operations["enforceConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}/ldap-tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look somebody up, and with their password sign them in without letting them in */
        post: operations["testDirectory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which groups give which roles */
        get: operations["listGroupMappings"];
        put?: never;
        /** Give a role to a group */
        post: operations["addGroupMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}/mappings/{mapping}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a role from a group, and from everybody this connection gave it to */
        delete: operations["removeGroupMapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a sign in connection */
        post: operations["restoreSignInConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}/saml-metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fill a SAML connection from a metadata file */
        post: operations["uploadSamlMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}/saml-metadata/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fill a SAML connection from metadata behind an address */
        post: operations["fetchSamlMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Store a secret of a connection; it is never shown again */
        post: operations["storeConnectionSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Test with a real sign-in that lets nobody in */
        post: operations["startConnectionTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/{id}/tests/{test}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came of a test, for whoever started it */
        get: operations["getConnectionTest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-connections/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of sign in connections, as a file */
        get: operations["exportSignInConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-counters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has to wait because of failed sign-ins */
        get: operations["listSignInCounters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-counters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let them try again at once */
        delete: operations["clearSignInCounter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-pressure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether signing in is under attack, and past attacks */
        get: operations["signInPressure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sites */
        get: operations["listSites"];
        put?: never;
        /** Create a site */
        post: operations["createSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one site */
        get: operations["getSite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a site */
        patch: operations["updateSite"];
        trace?: never;
    };
    "/api/v1/sites/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a site */
        post: operations["archiveSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a site */
        post: operations["restoreSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/bulk-archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive many sites, or preview it */
        post: operations["archiveSites"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/bulk-restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore many sites, or preview it */
        post: operations["restoreSites"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of sites, as a file */
        get: operations["exportSites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the installation is: findings, nodes, disks, database */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The release that runs, bundles in the inbox, and updates so far */
        get: operations["getUpdates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/updates/bundles/{file}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a bundle would change, and what stands in the way */
        get: operations["checkBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/updates/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign a request for the updater of this machine */
        post: operations["requestUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List users */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one user */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a user */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/api/v1/users/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who can do what here, and why */
        get: operations["explainAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/offboarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What off-boarding this account would end */
        get: operations["previewOffboarding"];
        put?: never;
        /** End everything this account can do, in one act */
        post: operations["offboard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/reset-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a new invitation or reset link */
        post: operations["makeResetLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/reset-mfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take away a lost second factor */
        post: operations["resetMfa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/rotation-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Secrets this person has seen in the last 90 days, where you may read their names */
        get: operations["getRotationList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/rotation-list/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same as CSV */
        post: operations["exportRotationList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of users, as a file */
        get: operations["exportUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vault-folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List vault folders */
        get: operations["listVaultFolders"];
        put?: never;
        /** Create a vault folder */
        post: operations["createVaultFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vault-folders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one vault folder */
        get: operations["getVaultFolder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a vault folder */
        patch: operations["updateVaultFolder"];
        trace?: never;
    };
    "/api/v1/vault-folders/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a vault folder */
        post: operations["archiveVaultFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vault-folders/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a vault folder */
        post: operations["restoreVaultFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vault-folders/bulk-archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive many vault folders, or preview it */
        post: operations["archiveVaultFolders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vault-folders/bulk-restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore many vault folders, or preview it */
        post: operations["restoreVaultFolders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vault-folders/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of vault folders, as a file */
        get: operations["exportVaultFolders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vault/breach-watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether passwords are looked up among stolen ones */
        get: operations["getBreachWatch"];
        /** Have the passwords of an organisation opened and looked up among stolen ones every day, or not */
        put: operations["switchBreachWatch"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vault/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a password or passphrase */
        post: operations["generateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vault/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Breached, weak, reused, old and expired credentials, by name */
        get: operations["getVaultHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vault/strength": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Judge a password */
        post: operations["judgePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List views */
        get: operations["listViews"];
        put?: never;
        /** Create a view */
        post: operations["createView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one view */
        get: operations["getView"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a view */
        patch: operations["updateView"];
        trace?: never;
    };
    "/api/v1/views/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a view */
        post: operations["archiveView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a view */
        post: operations["restoreView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of views, as a file */
        get: operations["exportViews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/weaknesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List weaknesses */
        get: operations["listWeaknesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/weaknesses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one weakness */
        get: operations["getWeakness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/weaknesses/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept or ignore a weakness until a day, with a reason */
        post: operations["decideWeakness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/weaknesses/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what was decided about a weakness */
        post: operations["reopenWeakness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/weaknesses/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exactly the rows of a list of weaknesses, as a file */
        get: operations["exportWeaknesses"];
        put?: never;
        post?: never;
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
        AccessExplanation: {
            /** @description Why it does not count right now; null when it does. */
            butNot?: string | null;
            organisation: string;
            /** Format: uuid */
            organisationId: string;
            permission: string;
            sentence: string;
            /** @description Names of the roles that give it; several add up. */
            through: string[];
        };
        AddressBan: {
            address: string;
            /** Format: date-time */
            archivedAt?: string | null;
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @description fail2ban's name for the rule that banned it. */
            jail: string;
            /**
             * Format: date-time
             * @description Since when it may come again.
             */
            liftedAt?: string | null;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        AddressBanPage: {
            data: components["schemas"]["AddressBan"][];
            page: components["schemas"]["PageFacts"];
        };
        AddressRule: {
            /** Format: date-time */
            archivedAt?: string | null;
            /** @description Signing in, administration, or everything under /api. */
            area: components["schemas"]["PerimeterArea"];
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            effect: components["schemas"]["AddressRuleEffect"];
            /**
             * Format: date-time
             * @description From then on the rule counts for nothing.
             */
            expiresAt?: string | null;
            /** Format: uuid */
            id: string;
            network: string;
            note?: string | null;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        AddressRuleCreate: {
            /** @description Signing in, administration, or everything under /api. */
            area: components["schemas"]["PerimeterArea"];
            /** @description A denied address stays out whatever else allows it; where anything is allowed, all others stay out. */
            effect: components["schemas"]["AddressRuleEffect"];
            /**
             * Format: date-time
             * @description When the rule ends by itself.
             */
            expiresAt?: string | null;
            /** @description An address or a block, e.g. 192.0.2.0/24 or 2001:db8::/32. */
            network: string;
            /** @description Whose addresses these are, and why. */
            note?: string | null;
        };
        /** @enum {string} */
        AddressRuleEffect: "allow" | "deny";
        AddressRulePage: {
            data: components["schemas"]["AddressRule"][];
            page: components["schemas"]["PageFacts"];
        };
        AddressRuleUpdate: {
            /** @description Signing in, administration, or everything under /api. */
            area?: components["schemas"]["PerimeterArea"];
            /** @description A denied address stays out whatever else allows it; where anything is allowed, all others stay out. */
            effect?: components["schemas"]["AddressRuleEffect"];
            /**
             * Format: date-time
             * @description When the rule ends by itself.
             */
            expiresAt?: string | null;
            /** @description An address or a block, e.g. 192.0.2.0/24 or 2001:db8::/32. */
            network?: string;
            /** @description Whose addresses these are, and why. */
            note?: string | null;
        };
        AddressVerdict: {
            address: string;
            areas: components["schemas"]["AreaVerdict"][];
            country?: string | null;
            place: components["schemas"]["PlaceKind"];
        };
        ApiKey: {
            /** Format: date-time */
            archivedAt?: string | null;
            can: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date
             * @description The last day it works, in UTC.
             */
            expiresOn: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            issuedAt: string;
            /**
             * Format: date-time
             * @description To within a few seconds.
             */
            lastUsedAt?: string | null;
            lastUsedIp?: string | null;
            name: string;
            /** @description Blocks of addresses it works from; from anywhere when empty. */
            networks: string[];
            note?: string | null;
            /**
             * Format: uuid
             * @description The organisation that manages it.
             */
            organisationId: string;
            /** @description Every organisation it reaches. */
            organisationIds: string[];
            /** @description Those of them you have a role in. */
            organisations: components["schemas"]["Ref"][];
            /** Format: uuid */
            ownerId: string;
            /** @description It can do at most what this person can. */
            ownerName: string;
            /** @description The beginning of its secret, by which you tell keys apart. */
            prefix: string;
            requestsPerMinute: number;
            /** Format: date-time */
            revokedAt?: string | null;
            /** @description Codes of permissions. */
            scopes: string[];
            state: components["schemas"]["ApiKeyState"];
            /** Format: date-time */
            suspendedAt?: string | null;
            suspendedFor?: components["schemas"]["ApiKeySuspension"] | null;
            version: number;
        };
        ApiKeyCreate: {
            /**
             * Format: date
             * @description The last day it works; at most a year ahead.
             */
            expiresOn: string;
            name: string;
            /** @description Addresses or blocks, e.g. 192.0.2.0/24. */
            networks?: string[] | null;
            note?: string | null;
            /** Format: uuid */
            organisationId: string;
            /** @description Further organisations it reaches. */
            organisationIds?: string[] | null;
            /** @description 600 unless told. */
            requestsPerMinute?: number | null;
            /** @description Codes of permissions you hold yourself. */
            scopes: string[];
        };
        ApiKeyPage: {
            data: components["schemas"]["ApiKey"][];
            page: components["schemas"]["PageFacts"];
        };
        ApiKeyRotation: {
            /**
             * Format: date
             * @description The last day the key works from now on; unchanged unless told.
             */
            expiresOn?: string | null;
            /** @description Hours the old secret goes on working; 24 unless told. */
            overlapHours?: number | null;
        };
        /** @enum {string} */
        ApiKeyState: "active" | "suspended" | "expired" | "revoked";
        /** @enum {string} */
        ApiKeySuspension: "person" | "breaches";
        ApiKeyUpdate: {
            /**
             * Format: date
             * @description The last day it works; at most a year ahead.
             */
            expiresOn?: string;
            name?: string;
            /** @description Addresses or blocks, e.g. 192.0.2.0/24. */
            networks?: string[] | null;
            note?: string | null;
            /** @description Further organisations it reaches. */
            organisationIds?: string[] | null;
            /** @description 600 unless told. */
            requestsPerMinute?: number | null;
            /** @description Codes of permissions you hold yourself. */
            scopes?: string[];
        };
        ApiRequest: {
            /** @description Size of the answer. */
            bytes: number;
            /** @description The template of the address, e.g. /api/v1/assets/:id. */
            endpoint: string;
            /** Format: uuid */
            id: string;
            ip?: string | null;
            /** Format: uuid */
            keyId: string;
            keyName?: string | null;
            method: string;
            milliseconds: number;
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            organisationId: string;
            requestId: string;
            status: number;
        };
        ApiRequestPage: {
            data: components["schemas"]["ApiRequest"][];
            page: components["schemas"]["PageFacts"];
        };
        ApiUsage: {
            bars: components["schemas"]["ApiUsageBar"][];
            bucket: components["schemas"]["ApiUsageBucket"];
            /** @description The busiest first. */
            endpoints: components["schemas"]["ApiUsageEndpoint"][];
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
        };
        ApiUsageBar: {
            /** Format: date-time */
            at: string;
            /** @description served, refused, limited or failed to a number of requests; those without any are left out. */
            counts: {
                [key: string]: unknown;
            };
            total: number;
        };
        /** @enum {string} */
        ApiUsageBucket: "hour" | "day";
        ApiUsageEndpoint: {
            bytes: number;
            endpoint: string;
            method: string;
            /** @description On average. */
            milliseconds: number;
            /** @description Those that were not served. */
            refused: number;
            requests: number;
        };
        AreaVerdict: {
            area: components["schemas"]["PerimeterArea"];
            because: components["schemas"]["PerimeterReason"];
            /** @description Block of the rule that decided. */
            network?: string | null;
            open: boolean;
        };
        Asset: {
            /** Format: date-time */
            archivedAt?: string | null;
            assetTag?: string | null;
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            contact?: components["schemas"]["Ref"] | null;
            /** Format: uuid */
            contactId?: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description ISO 4217. */
            currency?: string | null;
            /** @description Values by slug; see customFields. */
            customFields?: {
                [key: string]: unknown;
            } | null;
            /** Format: date */
            endOfLifeOn?: string | null;
            /** @description The id another system knows it by. */
            externalId?: string | null;
            /** @description Who wrote a property last: hand, import or scan; hand when absent. */
            fieldSources?: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            firstSeenAt?: string | null;
            hostname?: string | null;
            /** Format: uuid */
            id: string;
            interfaces: components["schemas"]["AssetInterface"][];
            /**
             * Format: date-time
             * @description The last scan that met it.
             */
            lastSeenAt?: string | null;
            manufacturer?: components["schemas"]["Ref"] | null;
            /** Format: uuid */
            manufacturerId?: string | null;
            model?: components["schemas"]["Ref"] | null;
            /** Format: uuid */
            modelId?: string | null;
            name: string;
            /** @description Where it may move from here. */
            nextStatuses: components["schemas"]["AssetStatus"][];
            notes?: string | null;
            /** Format: uuid */
            organisationId: string;
            os?: string | null;
            osSource?: components["schemas"]["FieldSource"] | null;
            parent?: components["schemas"]["Ref"] | null;
            /**
             * Format: uuid
             * @description The asset this one is part of.
             */
            parentId?: string | null;
            /** @description Minor units of the currency. */
            price?: number | null;
            /** Format: date */
            purchasedOn?: string | null;
            serial?: string | null;
            site?: components["schemas"]["Ref"] | null;
            /** Format: uuid */
            siteId?: string | null;
            status: components["schemas"]["AssetStatus"];
            tags?: string[] | null;
            type: components["schemas"]["AssetType"];
            /** Format: date-time */
            updatedAt: string;
            /**
             * Format: date-time
             * @description Since when scans of its network miss it.
             */
            vanishedAt?: string | null;
            version: number;
            /** @description After a change only: what deserves a look. */
            warnings?: components["schemas"]["AssetWarning"][] | null;
            /** Format: date */
            warrantyEndsOn?: string | null;
        };
        AssetBulk: {
            /** @description Only say what would change. */
            dryRun?: boolean | null;
            /** @description Query string of the list, e.g. status=active&type=laptop. */
            filter?: string | null;
            ids?: string[] | null;
            /** @description Of the dry run; a filter needs it. */
            previewToken?: string | null;
            set: components["schemas"]["AssetBulkSet"];
        };
        AssetBulkItem: {
            /** @description Property -> {from, to}. */
            changes?: {
                [key: string]: unknown;
            } | null;
            /** Format: uuid */
            id: string;
            name: string;
            outcome: components["schemas"]["AssetBulkOutcome"];
            /** @description Why it was refused. */
            refused?: string | null;
        };
        /** @enum {string} */
        AssetBulkOutcome: "changed" | "unchanged" | "refused";
        AssetBulkResult: {
            changed: number;
            dryRun: boolean;
            items: components["schemas"]["AssetBulkItem"][];
            /** @description Send it back to run exactly this. */
            previewToken: string;
            refused: number;
            unchanged: number;
        };
        AssetBulkSet: {
            addTags?: string[] | null;
            /** Format: uuid */
            contactId?: string | null;
            currency?: string | null;
            /** @description Values by slug; in a change, what is left out stays and null clears. */
            customFields?: {
                [key: string]: unknown;
            } | null;
            /** Format: date */
            endOfLifeOn?: string | null;
            /**
             * Format: uuid
             * @description That of the model when left out.
             */
            manufacturerId?: string | null;
            /** Format: uuid */
            modelId?: string | null;
            os?: string | null;
            /** Format: uuid */
            parentId?: string | null;
            price?: number | null;
            /** Format: date */
            purchasedOn?: string | null;
            /** @description Why the status changes; kept in the history. */
            reason?: string | null;
            removeTags?: string[] | null;
            /** Format: uuid */
            siteId?: string | null;
            /** @description active when left out. */
            status?: components["schemas"]["AssetStatus"] | null;
            /** @description That of the model when left out, or other. */
            type?: components["schemas"]["AssetType"] | null;
            /** Format: date */
            warrantyEndsOn?: string | null;
        };
        AssetCreate: {
            /** @description Unique within the organisation. */
            assetTag?: string | null;
            /** Format: uuid */
            contactId?: string | null;
            currency?: string | null;
            /** @description Values by slug; in a change, what is left out stays and null clears. */
            customFields?: {
                [key: string]: unknown;
            } | null;
            /** Format: date */
            endOfLifeOn?: string | null;
            /** @description Unique within the organisation. */
            externalId?: string | null;
            hostname?: string | null;
            /** @description Replaces all interfaces; what is found again by MAC or name and unchanged keeps its history. */
            interfaces?: components["schemas"]["AssetInterfaceInput"][] | null;
            /**
             * Format: uuid
             * @description That of the model when left out.
             */
            manufacturerId?: string | null;
            /** Format: uuid */
            modelId?: string | null;
            name: string;
            notes?: string | null;
            /** Format: uuid */
            organisationId: string;
            os?: string | null;
            /** Format: uuid */
            parentId?: string | null;
            price?: number | null;
            /** Format: date */
            purchasedOn?: string | null;
            /** @description A serial another asset has too is stored with a warning. */
            serial?: string | null;
            /** Format: uuid */
            siteId?: string | null;
            /** @description active when left out. */
            status?: components["schemas"]["AssetStatus"] | null;
            tags?: string[] | null;
            /** @description That of the model when left out, or other. */
            type?: components["schemas"]["AssetType"] | null;
            /** Format: date */
            warrantyEndsOn?: string | null;
        };
        AssetImport: {
            /** @description Of days such as 1/2/2026; ymd when left out. */
            dates?: components["schemas"]["DateOrder"] | null;
            /** @description Only say what would happen. */
            dryRun?: boolean | null;
            /** @description Undo the apostrophe guards of a formula-safe export; true when left out. */
            guarded?: boolean | null;
            /** Format: uuid */
            importId: string;
            /** @description Field key -> column number, from 0. */
            mapping: {
                [key: string]: unknown;
            };
            /** @description What a known asset is recognised by. */
            match: components["schemas"]["AssetImportMatch"];
        };
        AssetImportDiff: {
            /** @description Property -> {from, to}. */
            changes: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            line: number;
            name: string;
        };
        AssetImportField: {
            key: string;
            label: string;
        };
        /**
         * @description What a known asset is recognised by.
         * @enum {string}
         */
        AssetImportMatch: "serial" | "assetTag" | "name" | "externalId";
        AssetImportPreview: {
            delimiter: string;
            encoding: string;
            fields: components["schemas"]["AssetImportField"][];
            filename: string;
            headers: string[];
            /** Format: uuid */
            importId: string;
            /** @description Guess: field key -> column number, from 0. */
            mapping: {
                [key: string]: unknown;
            };
            rows: components["schemas"]["AssetImportRow"][];
        };
        AssetImportProblem: {
            code: string;
            detail: string;
            /** @description Field key; empty for the whole row. */
            field: string;
            line: number;
        };
        AssetImportResult: {
            created: number;
            /** @description The first 200 changes of known assets. */
            diffs: components["schemas"]["AssetImportDiff"][];
            dryRun: boolean;
            /** Format: uuid */
            importId: string;
            /** @description Why rows were refused; the first 1,000. */
            problems: components["schemas"]["AssetImportProblem"][];
            /** @description Rows refused; see refused.csv. */
            refused: number;
            /** @description Known and already as the file says. */
            skipped: number;
            updated: number;
            /** @description What could not be carried; the first 1,000. */
            warnings: components["schemas"]["AssetImportProblem"][];
        };
        AssetImportRow: {
            cells: string[];
            line: number;
        };
        AssetInterface: {
            /** Format: uuid */
            id: string;
            /** @description Canonical addresses. */
            ips: string[];
            /** Format: date-time */
            lastSeenAt?: string | null;
            /** @description aa:bb:cc:dd:ee:ff */
            mac?: string | null;
            name: string;
            /** @description The one the asset is reached by. */
            primary: boolean;
            source: components["schemas"]["FieldSource"];
            type?: string | null;
        };
        AssetInterfaceInput: {
            /** @description IPv4 and IPv6 addresses. */
            ips?: string[] | null;
            /** @description Any usual spelling. */
            mac?: string | null;
            /** @description Numbered when left out. */
            name?: string | null;
            /** @description The first one when none is marked. */
            primary?: boolean | null;
            type?: string | null;
        };
        AssetMove: {
            reason?: string | null;
            to: components["schemas"]["AssetStatus"];
        };
        AssetObservation: {
            /** Format: date-time */
            archivedAt?: string | null;
            /** Format: uuid */
            assetId: string;
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** Format: uuid */
            organisationId: string;
            port: number;
            /** @description True when the service itself answered; false when its name is only usual for the port. */
            probed: boolean;
            product?: string | null;
            protocol: components["schemas"]["PortProtocol"];
            service?: string | null;
            serviceVersion?: string | null;
            /** @description One of open, closed, filtered, unfiltered, open|filtered, closed|filtered, unknown. */
            state: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        AssetObservationPage: {
            data: components["schemas"]["AssetObservation"][];
            page: components["schemas"]["PageFacts"];
        };
        AssetPage: {
            data: components["schemas"]["Asset"][];
            page: components["schemas"]["PageFacts"];
        };
        /**
         * @description active when left out.
         * @enum {string}
         */
        AssetStatus: "ordered" | "in_stock" | "ready" | "active" | "in_repair" | "lost" | "stolen" | "retired" | "disposed";
        AssetStatusChange: {
            byName: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Null for the first status. */
            from?: components["schemas"]["AssetStatus"] | null;
            /** Format: uuid */
            id: string;
            reason?: string | null;
            to: components["schemas"]["AssetStatus"];
        };
        /**
         * @description That of the model when left out, or other.
         * @enum {string}
         */
        AssetType: "desktop" | "workstation" | "laptop" | "tablet" | "mobile" | "handheld" | "pda" | "thin_client" | "terminal" | "server" | "appliance" | "backup_appliance" | "nas" | "san" | "tape_drive" | "kvm" | "console_server" | "switch" | "router" | "firewall" | "gateway" | "modem" | "bridge" | "load_balancer" | "wireless_ap" | "wireless_controller" | "patch_panel" | "fiber_panel" | "rack" | "ups" | "pdu" | "generator" | "phone" | "conference_phone" | "pbx" | "voip_gateway" | "paging_system" | "video_conferencing" | "display" | "digital_signage" | "projector" | "av_receiver" | "printer" | "copier" | "scanner" | "plotter" | "label_printer" | "badge_printer" | "security_camera" | "nvr" | "dvr" | "access_control" | "door_controller" | "card_reader" | "biometric_scanner" | "environmental_monitor" | "thermostat" | "hvac" | "lighting_control" | "sensor" | "iot_device" | "other";
        AssetUpdate: {
            /** @description Unique within the organisation. */
            assetTag?: string | null;
            /** Format: uuid */
            contactId?: string | null;
            currency?: string | null;
            /** @description Values by slug; in a change, what is left out stays and null clears. */
            customFields?: {
                [key: string]: unknown;
            } | null;
            /** Format: date */
            endOfLifeOn?: string | null;
            /** @description Unique within the organisation. */
            externalId?: string | null;
            hostname?: string | null;
            /** @description Replaces all interfaces; what is found again by MAC or name and unchanged keeps its history. */
            interfaces?: components["schemas"]["AssetInterfaceInput"][] | null;
            /**
             * Format: uuid
             * @description That of the model when left out.
             */
            manufacturerId?: string | null;
            /** Format: uuid */
            modelId?: string | null;
            name?: string;
            notes?: string | null;
            os?: string | null;
            /** Format: uuid */
            parentId?: string | null;
            price?: number | null;
            /** Format: date */
            purchasedOn?: string | null;
            /** @description A serial another asset has too is stored with a warning. */
            serial?: string | null;
            /** Format: uuid */
            siteId?: string | null;
            /** @description active when left out. */
            status?: components["schemas"]["AssetStatus"] | null;
            tags?: string[] | null;
            /** @description That of the model when left out, or other. */
            type?: components["schemas"]["AssetType"] | null;
            /** Format: date */
            warrantyEndsOn?: string | null;
        };
        AssetWarning: {
            code: string;
            detail: string;
            pointer: string;
        };
        /**
         * @description Which half lies there.
         * @enum {string}
         */
        BackupHalf: "data" | "keys";
        BackupOverview: {
            /** @description One waits for a worker or is being made. */
            making: boolean;
            /**
             * Format: date-time
             * @description When the next one is made by itself.
             */
            nextAt?: string | null;
            /** @description A half lies in the data folder, on the same disk as the installation. */
            onOwnDisk: boolean;
            /** @description Somebody may open each of the two halves. */
            openable: boolean;
            recipients: components["schemas"]["BackupRecipient"][];
            runs: components["schemas"]["BackupRun"][];
            targets: components["schemas"]["BackupTarget"][];
            /** @description What was made in the last 36 hours is in no backup that was proved. */
            tooOld: boolean;
            /**
             * Format: date-time
             * @description When the newest backup that was put back and proved was made.
             */
            verifiedFrom?: string | null;
        };
        BackupRecipient: {
            /** Format: date-time */
            addedAt: string;
            addedName: string;
            /** Format: uuid */
            id: string;
            /** @description What their key opens; nobody’s opens both. */
            kind: components["schemas"]["BackupHalf"];
            /** @description Whose key it is. */
            name: string;
            /** @description The public half of their key (age). */
            recipient: string;
        };
        BackupRecipientCreate: {
            kind: components["schemas"]["BackupHalf"];
            name: string;
            /** @description The public half of their key: age1… */
            recipient: string;
        };
        BackupRequest: {
            /**
             * Format: uuid
             * @description The job that makes it.
             */
            jobId: string;
        };
        BackupRun: {
            /** @description Length of both halves as they lie there. */
            bytes: number;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            madeAt?: string | null;
            name: string;
            problem?: string | null;
            /**
             * Format: date-time
             * @description When it was removed by the rules.
             */
            removedAt?: string | null;
            /** @description How long that took, in milliseconds. */
            restoreMs?: number | null;
            rows: number;
            /** Format: date-time */
            startedAt: string;
            state: components["schemas"]["BackupState"];
            /**
             * Format: date-time
             * @description When it was last put back and proved.
             */
            verifiedAt?: string | null;
        };
        /** @enum {string} */
        BackupState: "running" | "made" | "verified" | "failed";
        BackupTarget: {
            /** @description Whole backups that lay there. */
            backups: number;
            /** @description Which half lies there. */
            half: components["schemas"]["BackupHalf"];
            /** @description What stays there: the newest of so many days, weeks and months, or all of so many days. */
            keep: string;
            kind: components["schemas"]["BackupTargetKind"];
            /**
             * Format: date-time
             * @description When somebody last looked; nobody has while it is absent.
             */
            lookedAt?: string | null;
            /** @description Its name, without any secret. */
            place: string;
            /** @description Why it could not be reached then. */
            problem?: string | null;
            /**
             * Format: date-time
             * @description When the newest of them that was proved was made.
             */
            verifiedFrom?: string | null;
        };
        /** @enum {string} */
        BackupTargetKind: "folder" | "s3" | "sftp";
        BadEvent: {
            /** @description Number of the event. */
            number?: string | null;
            reason: string;
            /** @description Number in the chain. */
            seq?: number | null;
        };
        BreachWatch: {
            /** @description Credentials with a password. */
            askable: number;
            /** @description Those of whose present password something is known; that it is clean, for two days after it was asked about. */
            asked: number;
            /**
             * Format: date-time
             * @description The oldest answer among them.
             */
            askedSince?: string | null;
            /** @description The installation has a list of stolen passwords to ask (BREACH_LIST). */
            available: boolean;
            /** @description Who switched it on. */
            by?: string | null;
            on: boolean;
            /** Format: uuid */
            organisationId: string;
            /** Format: date-time */
            since?: string | null;
        };
        BreachWatchSwitch: {
            on: boolean;
            /** Format: uuid */
            organisationId: string;
        };
        BreakGlassAccount: {
            chosen: boolean;
            email: string;
            name: string;
            /** Format: uuid */
            userId: string;
            /** @description Active, with a local password and a second factor. */
            works: boolean;
        };
        BreakGlassChoice: {
            /** Format: uuid */
            userId: string;
        };
        BulkItem: {
            /** Format: uuid */
            id: string;
            name: string;
            outcome: components["schemas"]["BulkOutcome"];
            /** @description Why it was refused. */
            refused?: string | null;
        };
        /** @enum {string} */
        BulkOutcome: "changed" | "unchanged" | "refused";
        BulkResult: {
            changed: number;
            dryRun: boolean;
            items: components["schemas"]["BulkItem"][];
            /** @description Send it back to run exactly this. */
            previewToken: string;
            refused: number;
            unchanged: number;
        };
        BulkSelection: {
            /** @description Only say what would happen. */
            dryRun?: boolean | null;
            /** @description Query string of the list, e.g. status=active&type=laptop. */
            filter?: string | null;
            ids?: string[] | null;
            /** @description Of the dry run; a filter needs it. */
            previewToken?: string | null;
        };
        /**
         * @description All four unless told.
         * @enum {string}
         */
        CharacterClass: "lower" | "upper" | "digits" | "symbols";
        ConnectionAddress: {
            address: string;
            name: string;
        };
        ConnectionCheck: {
            pointer?: string | null;
            reason?: string | null;
            sentence?: string | null;
            works: boolean;
        };
        ConnectionDomain: {
            domain: string;
            /**
             * Format: date-time
             * @description From then on its people sign in through the connection only.
             */
            enforcedFrom?: string | null;
        };
        ConnectionHealth: {
            /** Format: date-time */
            lastSignInAt?: string | null;
            problem?: string | null;
            /** Format: date-time */
            problemAt?: string | null;
            /** @description Reason of the last refusal since the last success. */
            problemCode?: string | null;
            /** @description Tested with success as it stands now; any change of it makes this false. */
            tested: boolean;
            /** Format: date-time */
            testedAt?: string | null;
        };
        /** @enum {string} */
        ConnectionKind: "oidc" | "saml" | "ldap";
        ConnectionLookup: {
            connection?: components["schemas"]["OfferedConnection"] | null;
            /** @description The only way in for this domain. */
            enforced: boolean;
        };
        ConnectionLookupRequest: {
            email: string;
        };
        ConnectionSecret: {
            name: components["schemas"]["ConnectionSecretName"];
            /** Format: password */
            value: string;
        };
        /** @enum {string} */
        ConnectionSecretName: "client_secret" | "bind_password" | "signing_key";
        ConnectionSignIn: {
            /** @description A path of ours to return to; anything else is ignored. */
            returnTo?: string | null;
        };
        /** @enum {string} */
        ConnectionState: "draft" | "enabled" | "disabled";
        ConnectionTest: {
            /** Format: date-time */
            authTime?: string | null;
            /** @description As the provider sent them. */
            claims?: {
                [key: string]: unknown;
            } | null;
            email?: string | null;
            groups?: string[] | null;
            name?: string | null;
            person?: components["schemas"]["ConnectionTestPerson"] | null;
            /** @description Whose account it is, or why there is none. */
            personSentence?: string | null;
            /** @description The setting to look at. */
            pointer?: string | null;
            /** @description Why it was refused. */
            reason?: string | null;
            roles?: components["schemas"]["GroupMapping"][] | null;
            /** @description The second factor at the provider would be enough. */
            secondFactorThere?: boolean | null;
            /** @description The reason in words, with what to do. */
            sentence?: string | null;
            state: components["schemas"]["ConnectionTestState"];
            subject?: string | null;
        };
        /** @enum {string} */
        ConnectionTestPerson: "known" | "new" | "refused";
        ConnectionTestStart: {
            /** Format: uuid */
            id: string;
            location: string;
        };
        /** @enum {string} */
        ConnectionTestState: "pending" | "passed" | "refused" | "gone";
        Contact: {
            /** Format: date-time */
            archivedAt?: string | null;
            /** @description Receives invoices. */
            billing: boolean;
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            department?: string | null;
            email?: string | null;
            firstName?: string | null;
            /** Format: uuid */
            id: string;
            lastName?: string | null;
            name: string;
            notes?: string | null;
            /** Format: uuid */
            organisationId: string;
            otherEmails?: string[] | null;
            /**
             * Format: uuid
             * @description The human being; contacts of the same person at other clients share it.
             */
            personId: string;
            phones: components["schemas"]["ContactPhone"][];
            /** @description The one to ask first. */
            primary: boolean;
            site?: components["schemas"]["Ref"] | null;
            /** Format: uuid */
            siteId?: string | null;
            /** @description How the name is filed and read out. */
            sortName: string;
            tags?: string[] | null;
            /** @description Decides technical questions. */
            technical: boolean;
            title?: string | null;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        ContactAttach: {
            /**
             * Format: uuid
             * @description The other organisation; you need contact.write there as well.
             */
            organisationId: string;
            /**
             * Format: uuid
             * @description A site of the other organisation.
             */
            siteId?: string | null;
            /** @description What the person does there. */
            title?: string | null;
        };
        ContactCreate: {
            billing?: boolean | null;
            department?: string | null;
            email?: string | null;
            firstName?: string | null;
            lastName?: string | null;
            name?: string | null;
            notes?: string | null;
            /** Format: uuid */
            organisationId: string;
            otherEmails?: string[] | null;
            /** @description Replaces all numbers. */
            phones?: components["schemas"]["ContactPhoneInput"][] | null;
            primary?: boolean | null;
            /** Format: uuid */
            siteId?: string | null;
            /** @description Made from the name when left out. */
            sortName?: string | null;
            tags?: string[] | null;
            technical?: boolean | null;
            title?: string | null;
        };
        ContactPage: {
            data: components["schemas"]["Contact"][];
            page: components["schemas"]["PageFacts"];
        };
        ContactPhone: {
            extension?: string | null;
            kind: components["schemas"]["PhoneKind"];
            number: string;
        };
        ContactPhoneInput: {
            extension?: string | null;
            /** @description work when left out. */
            kind?: components["schemas"]["PhoneKind"] | null;
            number: string;
        };
        ContactUpdate: {
            billing?: boolean | null;
            department?: string | null;
            email?: string | null;
            firstName?: string | null;
            lastName?: string | null;
            name?: string | null;
            notes?: string | null;
            otherEmails?: string[] | null;
            /** @description Replaces all numbers. */
            phones?: components["schemas"]["ContactPhoneInput"][] | null;
            primary?: boolean | null;
            /** Format: uuid */
            siteId?: string | null;
            /** @description Made from the name when left out. */
            sortName?: string | null;
            tags?: string[] | null;
            technical?: boolean | null;
            title?: string | null;
        };
        Country: {
            /** @description ISO 3166 code; local, unknown and no_database for addresses in no country. */
            code: string;
            name: string;
            /** @description Requests for signing in that were let through in the last seven days. */
            passed: number;
            /** @description Requests for signing in that were refused in the last seven days. */
            refused: number;
        };
        CountryDatabase: {
            /** Format: date-time */
            builtAt?: string | null;
            bytes?: number | null;
            problem?: string | null;
            state: components["schemas"]["CountryDatabaseState"];
            /** @description What the file calls itself. */
            type?: string | null;
        };
        /** @enum {string} */
        CountryDatabaseState: "ready" | "missing" | "broken";
        /** @enum {string} */
        CountryMode: "off" | "allow" | "block";
        CountryRules: {
            countries: string[];
            database: components["schemas"]["CountryDatabase"];
            mode: components["schemas"]["CountryMode"];
            unknown: components["schemas"]["UnknownCountryPolicy"];
            /** @description What needs attention, in a sentence. */
            warning?: string | null;
        };
        CountryRulesUpdate: {
            /** @description ISO 3166 codes. */
            countries?: string[];
            /** @description allow: the countries named and nobody else. block: everybody but the countries named. */
            mode?: components["schemas"]["CountryMode"];
            /** @description For addresses the database puts into no country. */
            unknown?: components["schemas"]["UnknownCountryPolicy"];
        };
        Credential: {
            /** Format: date-time */
            archivedAt?: string | null;
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date */
            expiresOn?: string | null;
            fields: components["schemas"]["CredentialIdentifiers"];
            folder?: components["schemas"]["Ref"] | null;
            /** Format: uuid */
            folderId?: string | null;
            /** Format: uuid */
            id: string;
            links: components["schemas"]["CredentialLink"][];
            name: string;
            /** Format: uuid */
            organisationId: string;
            /** @description Other credentials of the same organisation with the same password. */
            reusedCount: number;
            /** @description Whole days since the password last changed. */
            secretAgeDays?: number | null;
            /** Format: date-time */
            secretChangedAt?: string | null;
            secrets: components["schemas"]["CredentialSecretFacts"][];
            /** @description Score of the password, 0 (guessed at once) to 4; null without one. */
            strength?: number | null;
            tags?: string[] | null;
            type: components["schemas"]["CredentialType"];
            /** @description Fields whose stored value does not open; have the vault verified. */
            unreadable: string[];
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        CredentialCode: {
            code: string;
            period: number;
            secondsLeft: number;
        };
        CredentialCreate: {
            /** Format: date */
            expiresOn?: string | null;
            fields?: components["schemas"]["CredentialFields"] | null;
            /** Format: uuid */
            folderId?: string | null;
            links?: components["schemas"]["CredentialLinkCreate"][] | null;
            name: string;
            /** Format: uuid */
            organisationId: string;
            /**
             * Format: date
             * @description When the password was last changed, if it is older than this record.
             */
            passwordChangedOn?: string | null;
            tags?: string[] | null;
            type?: components["schemas"]["CredentialType"] | null;
        };
        CredentialFields: {
            apiEndpoint?: string | null;
            /** Format: password */
            apiKey?: string | null;
            /** Format: password */
            apiSecret?: string | null;
            /** Format: password */
            backupCodes?: string | null;
            cardBrand?: string | null;
            cardExpiry?: string | null;
            cardHolder?: string | null;
            /** Format: password */
            cardNumber?: string | null;
            /** Format: password */
            cardPin?: string | null;
            /** Format: password */
            cardSecurityCode?: string | null;
            /** Format: password */
            connectionString?: string | null;
            databaseHost?: string | null;
            databaseName?: string | null;
            databasePort?: string | null;
            databaseType?: string | null;
            deviceHost?: string | null;
            devicePort?: string | null;
            deviceProtocol?: string | null;
            domain?: string | null;
            domainController?: string | null;
            emailAddress?: string | null;
            emailPort?: string | null;
            emailProtocol?: string | null;
            emailServer?: string | null;
            /** Format: password */
            enableSecret?: string | null;
            ftpHost?: string | null;
            ftpPort?: string | null;
            ftpProtocol?: string | null;
            /** Format: password */
            keyPassphrase?: string | null;
            licensedTo?: string | null;
            licenseEmail?: string | null;
            /** Format: password */
            licenseKey?: string | null;
            licenseSeats?: string | null;
            licenseVersion?: string | null;
            /** Format: password */
            notes?: string | null;
            otpAccount?: string | null;
            otpIssuer?: string | null;
            /** Format: password */
            password?: string | null;
            /** Format: password */
            preSharedKey?: string | null;
            /** Format: password */
            privateKey?: string | null;
            publicKey?: string | null;
            serverHost?: string | null;
            serverOs?: string | null;
            serverPort?: string | null;
            /** Format: password */
            snmpCommunity?: string | null;
            sshHost?: string | null;
            sshPort?: string | null;
            ssid?: string | null;
            /** Format: password */
            totpSeed?: string | null;
            url?: string | null;
            username?: string | null;
            /** Format: password */
            vpnConfiguration?: string | null;
            vpnGroup?: string | null;
            vpnServer?: string | null;
            vpnType?: string | null;
            wifiHidden?: string | null;
            wifiSecurity?: string | null;
        };
        CredentialIdentifiers: {
            apiEndpoint?: string | null;
            cardBrand?: string | null;
            cardExpiry?: string | null;
            cardHolder?: string | null;
            databaseHost?: string | null;
            databaseName?: string | null;
            databasePort?: string | null;
            databaseType?: string | null;
            deviceHost?: string | null;
            devicePort?: string | null;
            deviceProtocol?: string | null;
            domain?: string | null;
            domainController?: string | null;
            emailAddress?: string | null;
            emailPort?: string | null;
            emailProtocol?: string | null;
            emailServer?: string | null;
            ftpHost?: string | null;
            ftpPort?: string | null;
            ftpProtocol?: string | null;
            licensedTo?: string | null;
            licenseEmail?: string | null;
            licenseSeats?: string | null;
            licenseVersion?: string | null;
            otpAccount?: string | null;
            otpIssuer?: string | null;
            publicKey?: string | null;
            serverHost?: string | null;
            serverOs?: string | null;
            serverPort?: string | null;
            sshHost?: string | null;
            sshPort?: string | null;
            ssid?: string | null;
            url?: string | null;
            username?: string | null;
            vpnGroup?: string | null;
            vpnServer?: string | null;
            vpnType?: string | null;
            wifiHidden?: string | null;
            wifiSecurity?: string | null;
        };
        CredentialLink: {
            /** Format: uuid */
            id: string;
            type: components["schemas"]["CredentialLinkType"];
        };
        CredentialLinkCreate: {
            /** Format: uuid */
            id: string;
            type: components["schemas"]["CredentialLinkType"];
        };
        /** @enum {string} */
        CredentialLinkType: "asset" | "contact" | "site";
        CredentialPage: {
            data: components["schemas"]["Credential"][];
            page: components["schemas"]["PageFacts"];
        };
        CredentialReveal: {
            reason?: string | null;
        };
        CredentialSecret: {
            hideAfterSeconds: number;
            /**
             * Format: uuid
             * @description The audit event of this act.
             */
            revealId: string;
            value: string;
        };
        CredentialSecretFacts: {
            /** Format: date-time */
            changedAt: string;
            /** @description Name of the field, e.g. password; reveal it with POST. */
            field: string;
            /** @description One higher at each change. */
            revision: number;
        };
        /** @enum {string} */
        CredentialType: "website" | "server" | "network_device" | "windows_ad" | "database" | "email" | "ftp" | "ssh_key" | "vpn" | "wifi" | "api_key" | "software_license" | "credit_card" | "otp" | "other";
        CredentialUpdate: {
            /** Format: date */
            expiresOn?: string | null;
            fields?: components["schemas"]["CredentialFields"] | null;
            /** Format: uuid */
            folderId?: string | null;
            links?: components["schemas"]["CredentialLinkCreate"][] | null;
            name?: string;
            tags?: string[] | null;
            type?: components["schemas"]["CredentialType"] | null;
        };
        CredentialVersion: {
            /** Format: uuid */
            authorId?: string | null;
            authorName?: string | null;
            /** @description Names of the fields changed in this version. */
            changed: string[];
            /** Format: date-time */
            createdAt: string;
            /** @description The present one. */
            current: boolean;
            /** @description Names of the fields the credential had afterwards. */
            fields: string[];
            revision: number;
        };
        CustomField: {
            /** Format: date-time */
            archivedAt?: string | null;
            /** @description Null: assets of every type. */
            assetTypes?: components["schemas"]["AssetType"][] | null;
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            help?: string | null;
            /** Format: uuid */
            id: string;
            label: string;
            /** @description Greatest length, largest number or latest day. */
            max?: string | null;
            /** @description Shortest length, smallest number or earliest day. */
            min?: string | null;
            options?: string[] | null;
            /** Format: uuid */
            organisationId: string;
            pattern?: string | null;
            position: number;
            relatesTo?: components["schemas"]["CustomFieldTarget"] | null;
            required: boolean;
            /** @description Key in customFields and in cf.<slug> filters; never changes. */
            slug: string;
            type: components["schemas"]["CustomFieldType"];
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        CustomFieldCreate: {
            /** @description Left out: assets of every type. */
            assetTypes?: components["schemas"]["AssetType"][] | null;
            help?: string | null;
            label: string;
            max?: string | null;
            min?: string | null;
            options?: string[] | null;
            /** Format: uuid */
            organisationId: string;
            pattern?: string | null;
            position?: number | null;
            relatesTo?: components["schemas"]["CustomFieldTarget"] | null;
            required?: boolean | null;
            slug: string;
            type: components["schemas"]["CustomFieldType"];
        };
        CustomFieldPage: {
            data: components["schemas"]["CustomField"][];
            page: components["schemas"]["PageFacts"];
        };
        /** @enum {string} */
        CustomFieldTarget: "asset" | "contact" | "site" | "document" | "credential";
        /** @enum {string} */
        CustomFieldType: "text" | "textarea" | "number" | "decimal" | "date" | "datetime" | "checkbox" | "dropdown" | "url" | "email" | "phone" | "ip_address" | "mac_address" | "relation";
        CustomFieldUpdate: {
            /** @description Left out: assets of every type. */
            assetTypes?: components["schemas"]["AssetType"][] | null;
            help?: string | null;
            label?: string;
            max?: string | null;
            min?: string | null;
            options?: string[] | null;
            pattern?: string | null;
            position?: number | null;
            relatesTo?: components["schemas"]["CustomFieldTarget"] | null;
            required?: boolean | null;
        };
        DataKey: {
            /** Format: date-time */
            createdAt: string;
            days: number;
            /** @description Older than a year or used too often, and replaceable. */
            due: boolean;
            /**
             * Format: uuid
             * @description Null for a key of the installation itself.
             */
            organisationId?: string | null;
            purpose: components["schemas"]["KeyPurpose"];
            /** @description False where not everything it has sealed could be moved to a new key. */
            replaceable: boolean;
            version: number;
            /** @description Values sealed under it. */
            writes: number;
        };
        DataKeyRotate: {
            /**
             * Format: uuid
             * @description Left out for a key of the installation itself.
             */
            organisationId?: string | null;
            purpose: components["schemas"]["KeyPurpose"];
        };
        DataKeyRotation: {
            /** @description Values that do not open; they keep the old key. */
            dead: number;
            done: number;
            /** Format: date-time */
            finishedAt?: string | null;
            fromVersion: number;
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Null for a key of the installation itself.
             */
            organisationId?: string | null;
            purpose: components["schemas"]["KeyPurpose"];
            reason: components["schemas"]["RotationReason"];
            /** Format: date-time */
            startedAt: string;
            state: components["schemas"]["RotationState"];
            total: number;
            toVersion: number;
        };
        /**
         * @description Of days such as 1/2/2026; ymd when left out.
         * @enum {string}
         */
        DateOrder: "ymd" | "dmy" | "mdy";
        DirectorySync: {
            /** @description Who asked; null for the schedule. */
            askedBy?: string | null;
            /** @description The first thousand; the counts tell of all. */
            changes: components["schemas"]["DirectorySyncChange"][];
            counts?: components["schemas"]["DirectorySyncCounts"] | null;
            /** @description Nothing was changed. */
            dryRun: boolean;
            /** Format: date-time */
            finishedAt?: string | null;
            /** Format: uuid */
            id: string;
            /** @description Why it stopped or failed, with what to do. */
            problem?: string | null;
            /** Format: date-time */
            startedAt: string;
            state: components["schemas"]["DirectorySyncState"];
        };
        /** @enum {string} */
        DirectorySyncAct: "give" | "take" | "keep" | "leave" | "stay" | "return";
        DirectorySyncAsked: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            jobId: string;
        };
        DirectorySyncChange: {
            act: components["schemas"]["DirectorySyncAct"];
            organisation?: string | null;
            person: string;
            role?: string | null;
            /** Format: uuid */
            userId: string;
        };
        DirectorySyncCounts: {
            given: number;
            /** @description Roles and accounts kept although the directory takes them: the last owner, the last administrator. */
            kept: number;
            /** @description People who have an account here through it. */
            known: number;
            /** @description Accounts disabled, because the person is gone or disabled there. */
            left: number;
            /** @description People read from the directory. */
            read: number;
            /** @description Accounts that were disabled so and are back. */
            returned: number;
            taken: number;
        };
        DirectorySyncRequest: {
            /**
             * Format: uuid
             * @description A look whose list was read: change it even if many lose something at once, but not more than that look counted.
             */
            accepted?: string | null;
            /** @description Only say what would change. */
            dryRun: boolean;
        };
        /** @enum {string} */
        DirectorySyncState: "queued" | "done" | "stopped" | "failed";
        EmailChange: {
            /** Format: date-time */
            askedAt: string;
            /** @description The new address. */
            email: string;
            /**
             * Format: date-time
             * @description When the links in both mails stop working.
             */
            expiresAt: string;
        };
        EmailChangeLink: {
            /** @description The new address. */
            email: string;
            /** Format: date-time */
            expiresAt: string;
            kind: components["schemas"]["EmailChangeLinkKind"];
        };
        /** @enum {string} */
        EmailChangeLinkKind: "confirm" | "stop";
        EmailChangeRequest: {
            /** @description In plain letters; international domains in their `xn--` form. */
            email: string;
        };
        EmailChangeState: {
            /** @description Why the address cannot be changed here, and where it can be; null where it can. */
            closed?: string | null;
            pending?: components["schemas"]["EmailChange"] | null;
        };
        Enforcement: {
            domain: string;
            /** Format: date-time */
            from?: string | null;
        };
        Event: {
            /** @description noun.past, e.g. asset.updated. */
            action: string;
            /** Format: uuid */
            actorId?: string | null;
            actorName?: string | null;
            actorType: string;
            category: components["schemas"]["EventCategory"];
            /** @description Field to {from, to}, or "changed" where the value is secret. */
            changes?: {
                [key: string]: unknown;
            } | null;
            details?: {
                [key: string]: unknown;
            } | null;
            /** Format: uuid */
            id: string;
            ip?: string | null;
            /** @description Number the database gave; the verifier names rows by it. */
            number: string;
            /**
             * Format: date-time
             * @description When the database wrote it.
             */
            occurredAt: string;
            /** Format: uuid */
            organisationId?: string | null;
            outcome: components["schemas"]["EventOutcome"];
            requestId: string;
            /** Format: uuid */
            targetId?: string | null;
            targetLabel?: string | null;
            targetType?: string | null;
            userAgent?: string | null;
        };
        EventBar: {
            /** Format: date-time */
            at: string;
            /** @description Category to number of events; categories without any are left out. */
            counts: {
                [key: string]: unknown;
            };
            total: number;
        };
        /** @enum {string} */
        EventBucket: "hour" | "day";
        /** @enum {string} */
        EventCategory: "authentication" | "vault" | "permission" | "admin" | "organisation" | "api" | "security" | "record";
        EventChart: {
            bars: components["schemas"]["EventBar"][];
            bucket: components["schemas"]["EventBucket"];
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
        };
        /** @enum {string} */
        EventOutcome: "success" | "failure";
        EventPage: {
            data: components["schemas"]["Event"][];
            page: components["schemas"]["PageFacts"];
        };
        /** @description What is wrong with one field. */
        FieldProblem: {
            /**
             * @description A word for programs.
             * @example required
             */
            code: string;
            /** @description A sentence for people. */
            detail: string;
            /** @description Values the sentence speaks of. */
            params?: {
                [key: string]: unknown;
            };
            /**
             * @description JSON pointer into the body or the query.
             * @example /name
             */
            pointer: string;
        };
        /** @enum {string} */
        FieldSource: "hand" | "import" | "scan";
        /**
         * @description The worst of all findings.
         * @enum {string}
         */
        FindingState: "ok" | "warning" | "wrong" | "unknown";
        /** @enum {string} */
        GeneratedKind: "characters" | "passphrase";
        GeneratedSecret: {
            /** @description Bits of choice that went into it. */
            bits: number;
            value: string;
        };
        GroupMapping: {
            /** @description Value of the groups claim; * stands for everybody. */
            group: string;
            /** Format: uuid */
            id: string;
            organisation: components["schemas"]["Ref"];
            role: components["schemas"]["Ref"];
        };
        GroupMappingCreate: {
            group: string;
            /** Format: uuid */
            organisationId: string;
            /** Format: uuid */
            roleId: string;
        };
        HostSecurity: {
            /** @description The last 30 days, the newest last. */
            days: components["schemas"]["WeaknessDay"][];
            /** @description An inspection waits for a worker or is under way. */
            looking: boolean;
            /** @description What nobody ever looked at: machine, product. */
            missing: string[];
            /**
             * Format: date-time
             * @description When the worker looks again by itself.
             */
            nextAt?: string | null;
            open: components["schemas"]["WeaknessCounts"];
            state: components["schemas"]["HostSecurityState"];
            subjects: components["schemas"]["InspectedSubject"][];
        };
        /** @enum {string} */
        HostSecurityState: "affected" | "unknown" | "clean";
        Identity: {
            /** Format: date-time */
            archivedAt?: string | null;
            can: {
                [key: string]: unknown;
            };
            connection?: components["schemas"]["Ref"] | null;
            /** Format: uuid */
            connectionId: string;
            /** Format: date-time */
            createdAt: string;
            displayName?: string | null;
            /** @description As the provider said last; never compared. */
            email?: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastSeenAt?: string | null;
            /** @description The key that never changes. */
            subject: string;
            user?: components["schemas"]["Ref"] | null;
            /**
             * Format: uuid
             * @description Null while it waits for somebody to say whose it is.
             */
            userId?: string | null;
            version: number;
        };
        IdentityLink: {
            /** Format: uuid */
            userId: string;
        };
        IdentityPage: {
            data: components["schemas"]["Identity"][];
            page: components["schemas"]["PageFacts"];
        };
        InspectedSubject: {
            /** @description Why it is unknown. */
            because?: string | null;
            /** @description Those somebody accepted or ignored. */
            decided: number;
            /**
             * Format: date-time
             * @description When the source itself was last told what is new.
             */
            knownAt?: string | null;
            /** @description Those nobody has decided about. */
            open: components["schemas"]["WeaknessCounts"];
            packages?: number | null;
            source: components["schemas"]["InspectionSource"];
            state: components["schemas"]["HostSecurityState"];
            subject: string;
            /**
             * Format: date-time
             * @description When it was last looked at.
             */
            takenAt: string;
            updates?: number | null;
        };
        Inspection: {
            /** @description Not seen by the inspection before. */
            appeared: number;
            /** Format: date-time */
            archivedAt?: string | null;
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            critical: number;
            high: number;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description When the source itself was last told what is new.
             */
            knownAt?: string | null;
            low: number;
            medium: number;
            /** @description How many packages were looked at. */
            packages?: number | null;
            /** @description Why it could not look. Then its counts say nothing. */
            problem?: string | null;
            source: components["schemas"]["InspectionSource"];
            /** @description The machine, or the project. */
            subject: string;
            /** Format: date-time */
            takenAt: string;
            /** @description The source does not say how bad these are. */
            unrated: number;
            /** Format: date-time */
            updatedAt: string;
            /** @description Updates that wait, security or not. */
            updates?: number | null;
            /** @description Seen by the inspection before, and no more. */
            vanished: number;
            version: number;
        };
        InspectionPage: {
            data: components["schemas"]["Inspection"][];
            page: components["schemas"]["PageFacts"];
        };
        InspectionRequest: {
            /**
             * Format: uuid
             * @description The job that looks.
             */
            jobId: string;
        };
        /** @enum {string} */
        InspectionSource: "apt" | "dnf" | "npm" | "snyk";
        Invitation: {
            email: string;
            name: string;
            /** Format: uuid */
            organisationId: string;
            /** Format: uuid */
            roleId: string;
            /** Format: date */
            validUntil?: string | null;
        };
        /**
         * @description What became of the mail with the link; null where none was sent, or it was forgotten since.
         * @enum {string}
         */
        InvitationMail: "queued" | "sent" | "bounced" | "failed";
        InvitationResult: {
            /** @description Shown once, when no mail server is configured: hand it over yourself. */
            link?: string | null;
            /** @description A mail is on its way; whether it arrived stands in the list of mails. */
            mailed: boolean;
            /** Format: uuid */
            membershipId: string;
            /** Format: uuid */
            userId: string;
        };
        /**
         * @description run_out: the link is dead; send a new one.
         * @enum {string}
         */
        InvitationState: "waiting" | "run_out";
        InvitedRole: {
            /** @description Who sent the invitation there last; null where nobody noted it. */
            invitedBy?: string | null;
            organisation: string;
            /** Format: uuid */
            organisationId: string;
            role: string;
            /** Format: uuid */
            roleId: string;
            /** Format: date-time */
            sentAt?: string | null;
            /** Format: date */
            validUntil?: string | null;
        };
        IssuedApiKey: {
            key: components["schemas"]["ApiKey"];
            /** @description Shown this once; nobody can show it again. */
            secret: string;
        };
        Job: {
            askedBy: string;
            /** @description Runs so far. */
            attempt: number;
            /** @description Runs in all before it is given up. */
            attempts: number;
            /** @description What you may do with it. */
            can: {
                [key: string]: unknown;
            };
            cancellable: boolean;
            /** Format: date-time */
            changedAt: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Not before then.
             */
            dueAt: string;
            /** @description Why the last attempt failed. */
            errorCode?: string | null;
            errorDetail?: string | null;
            /**
             * Format: date-time
             * @description When it is forgotten.
             */
            expiresAt?: string | null;
            /** Format: date-time */
            finishedAt?: string | null;
            /** Format: uuid */
            id: string;
            /** @description What kind: asset.import. */
            name: string;
            /**
             * Format: uuid
             * @description The one organisation it may touch.
             */
            organisationId?: string | null;
            problems: components["schemas"]["JobProblem"][];
            progress?: components["schemas"]["JobProgress"] | null;
            /** @description What it did, once it is done; yours only. */
            result?: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: date-time
             * @description When its last attempt began.
             */
            startedAt?: string | null;
            /** @description A failed job is a dead letter: nobody tries it again by itself. */
            state: components["schemas"]["JobState"];
            /** @description What it is about, such as the name of a file; yours only. */
            subject?: string | null;
            /** @description The same in words. */
            title: string;
        };
        JobPage: {
            data: components["schemas"]["Job"][];
            page: components["schemas"]["PageFacts"];
        };
        JobProblem: {
            code: string;
            detail: string;
            /** @description JSON pointer into what was asked for. */
            pointer: string;
        };
        JobProgress: {
            done: number;
            message?: string | null;
            /** @description Null while nobody knows. */
            total?: number | null;
            /** @description What is counted: rows, hosts. */
            unit?: string | null;
        };
        /**
         * @description A failed job is a dead letter: nobody tries it again by itself.
         * @enum {string}
         */
        JobState: "queued" | "running" | "done" | "failed" | "cancelled";
        KeyLimits: {
            /** @description Left after this request. */
            remaining: number;
            requestsPerMinute: number;
            /** @description Seconds until all of it is there again. */
            resetSeconds: number;
        };
        KeyMe: {
            /** Format: date */
            expiresOn: string;
            /** Format: uuid */
            id: string;
            limits: components["schemas"]["KeyLimits"];
            name: string;
            /** @description Blocks of addresses it works from; from anywhere when empty. */
            networks: string[];
            /** @description Where it works, each with what it may do there right now: its scopes, as far as its owner may. */
            organisations: components["schemas"]["MyOrganisation"][];
            /** @description Codes of permissions it was made with. */
            scopes: string[];
            type: components["schemas"]["KeyMeType"];
        };
        /** @enum {string} */
        KeyMeType: "api_key";
        KeyNode: {
            /** @description Versions of the root key it holds. */
            holds: number[];
            name: string;
            role: string;
            sealedBecause?: string | null;
            /** Format: date-time */
            startedAt: string;
        };
        KeyOverview: {
            /** @description Data keys in force, of organisations and of the installation. */
            dataKeys: number;
            /** @description Data keys older than a year or used too often. */
            due: number;
            nodes: components["schemas"]["KeyNode"][];
            /** @description Age of the oldest data key in force, in days. */
            oldestDays?: number | null;
            /** @description Where the answering process has its keyring from. */
            place: string;
            recoveryKit?: components["schemas"]["PrintedKit"] | null;
            rootKeys: components["schemas"]["RootKey"][];
            warning?: string | null;
        };
        /** @enum {string} */
        KeyPurpose: "vault" | "file" | "integ" | "idx" | "share_meta" | "user_totp" | "sso" | "smtp" | "jwt_sign" | "audit_mac" | "pepper" | "audit_sign" | "webhook" | "job";
        /** @enum {string} */
        LdapPreset: "active_directory" | "openldap";
        /** @enum {string} */
        LdapSecurity: "ldaps" | "starttls";
        LdapSettings: {
            bindDn?: string | null;
            ca?: string | null;
            emailAttribute: string;
            groupBase?: string | null;
            groupClass: string;
            host?: string | null;
            keyAttribute: string;
            loginAttributes: string[];
            nameAttribute: string;
            nested: boolean;
            port: number;
            preset: components["schemas"]["LdapPreset"];
            security: components["schemas"]["LdapSecurity"];
            sync: boolean;
            userBase?: string | null;
            userClass: string;
        };
        LdapSettingsChange: {
            /** @description Account that may read people and groups. */
            bindDn?: string | null;
            /** @description Certificates of the authority that alone is believed, as PEM; null believes those of the system. */
            ca?: string | null;
            emailAttribute?: string | null;
            /** @description Where groups are found; null reads none. */
            groupBase?: string | null;
            groupClass?: string | null;
            /** @description Name of the server, as it stands in its certificate. */
            host?: string | null;
            /** @description The key of a person that never changes. */
            keyAttribute?: string | null;
            /** @description What people may call themselves by; each value belongs to one person. */
            loginAttributes?: string[] | null;
            nameAttribute?: string | null;
            /** @description Whoever is in a group of a group is in both. */
            nested?: boolean | null;
            port?: number | null;
            preset?: components["schemas"]["LdapPreset"] | null;
            /** @description LDAPS, or StartTLS before anything else. A connection that is not encrypted is never used. */
            security?: components["schemas"]["LdapSecurity"] | null;
            /** @description Follow changes in the directory by schedule. */
            sync?: boolean | null;
            /** @description Where people are found. */
            userBase?: string | null;
            userClass?: string | null;
        };
        LdapTest: {
            /** @description As the person would type it at the sign-in page. */
            login: string;
            /** Format: password */
            password?: string | null;
        };
        LegalHold: {
            /**
             * Format: uuid
             * @description Organisation whose events stay; null for all of them.
             */
            organisationId?: string | null;
            /** @description Why, for whoever wants to end it: a case number, who asked. */
            reason: string;
        };
        Limit: {
            /** @description So many in `seconds`, in the long run. */
            budget: number;
            /** @description So many of them at once; in proportion to the budget. */
            burst: number;
            /** @description The least and the most that may be set. */
            leastBudget: number;
            leastSeconds: number;
            mostBudget: number;
            mostSeconds: number;
            /**
             * @description As it stands in events, and in RateLimit-Policy.
             * @example vault.secrets
             */
            name: string;
            /** @description What it limits, in a sentence. */
            says: string;
            seconds: number;
            /** @description What holds where nobody has set something else. */
            standardBudget: number;
            standardSeconds: number;
            version: number;
        };
        LimitUpdate: {
            /** @description null: as it was in the beginning. */
            budget?: number | null;
            /** @description null: as it was in the beginning. */
            seconds?: number | null;
        };
        LinkAcceptance: {
            name?: string | null;
            /** Format: password */
            password: string;
        };
        LinkFacts: {
            email: string;
            kind: components["schemas"]["LinkKind"];
            name: string;
        };
        LinkHandover: {
            link?: string | null;
            mailed: boolean;
        };
        /** @enum {string} */
        LinkKind: "invitation" | "reset";
        ListGroup: {
            count: number;
            /** @description Name of the record, where the value is an id. */
            label?: string | null;
            /** @description What its rows share; null for rows without a value. */
            value?: string | null;
        };
        ListGroups: {
            /** @description False with more than 200 groups, or when more than 100,000 rows would have to be counted. */
            complete: boolean;
            data: components["schemas"]["ListGroup"][];
        };
        Mail: {
            /** @description What the mail server said last. */
            answer?: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The job that sends it; retry that to send it again.
             */
            jobId?: string | null;
            recipient: string;
            /** Format: date-time */
            sentAt?: string | null;
            /** @description bounced: the server refuses it for good. failed: it could not be handed over however often we tried. */
            state: components["schemas"]["MailState"];
            subject: string;
            /** @description What kind of mail: invitation, reset. */
            template: string;
            tries: number;
        };
        MailPage: {
            data: components["schemas"]["Mail"][];
            page: components["schemas"]["PageFacts"];
        };
        /** @enum {string} */
        MailSecurity: "tls" | "starttls" | "none";
        MailSettings: {
            /** @description Certificate of an authority of your own, as PEM. */
            authority?: string | null;
            host?: string | null;
            /** @description A password is kept, sealed. */
            passwordKept: boolean;
            port?: number | null;
            security?: components["schemas"]["MailSecurity"] | null;
            senderAddress?: string | null;
            senderName?: string | null;
            /** @description settings: this page. environment: SMTP_URL, used while nothing is set here. none: no mail leaves. */
            source: components["schemas"]["MailSource"];
            user?: string | null;
        };
        MailSettingsUpdate: {
            authority?: string | null;
            host: string;
            /** Format: password */
            password?: string | null;
            port: number;
            security: components["schemas"]["MailSecurity"];
            senderAddress: string;
            senderName?: string | null;
            user?: string | null;
        };
        /**
         * @description settings: this page. environment: SMTP_URL, used while nothing is set here. none: no mail leaves.
         * @enum {string}
         */
        MailSource: "settings" | "environment" | "none";
        /**
         * @description bounced: the server refuses it for good. failed: it could not be handed over however often we tried.
         * @enum {string}
         */
        MailState: "queued" | "sent" | "bounced" | "failed";
        MailTest: {
            recipient: string;
        };
        MailTestResult: {
            /** @description The words of the mail server. */
            answer?: string | null;
            /** @description What happened, and what to do about it. */
            detail: string;
            sent: boolean;
        };
        Manufacturer: {
            /** Format: date-time */
            archivedAt?: string | null;
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            name: string;
            supportPhone?: string | null;
            supportUrl?: string | null;
            /** Format: date-time */
            updatedAt: string;
            version: number;
            website?: string | null;
        };
        ManufacturerCreate: {
            name: string;
            supportPhone?: string | null;
            supportUrl?: string | null;
            website?: string | null;
        };
        ManufacturerPage: {
            data: components["schemas"]["Manufacturer"][];
            page: components["schemas"]["PageFacts"];
        };
        ManufacturerUpdate: {
            name?: string;
            supportPhone?: string | null;
            supportUrl?: string | null;
            website?: string | null;
        };
        Mark: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            markedAt: string;
            organisation: components["schemas"]["MarkOrganisation"];
            subtitle?: string | null;
            title: string;
            /** @description Noun of the record, e.g. asset. */
            type: string;
        };
        MarkOrganisation: {
            colour: string;
            /** Format: uuid */
            id: string;
            name: string;
            slug: string;
        };
        MarkRecord: {
            /** Format: uuid */
            id: string;
        };
        Me: {
            email: string;
            /** Format: uuid */
            id: string;
            mfa: components["schemas"]["MyMfa"];
            name: string;
            organisations: components["schemas"]["MyOrganisation"][];
            platformAdmin: boolean;
            preferences?: {
                [key: string]: unknown;
            } | null;
            sessionScope: components["schemas"]["SessionScope"];
            /** @description Set while looking with the rights of somebody else. */
            sight?: components["schemas"]["MySight"] | null;
        };
        Membership: {
            /** Format: date-time */
            archivedAt?: string | null;
            can: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description The connection whose groups gave this role; null for one given by hand.
             */
            connectionId?: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organisationId: string;
            role?: components["schemas"]["Ref"] | null;
            /** Format: uuid */
            roleId: string;
            source: components["schemas"]["MembershipSource"];
            userEmail?: string | null;
            /** Format: uuid */
            userId: string;
            userName: string;
            /** @description invited, active or disabled; only active counts. */
            userState?: string | null;
            /** Format: date */
            validFrom?: string | null;
            /** Format: date */
            validUntil?: string | null;
            version: number;
        };
        MembershipCreate: {
            /** Format: uuid */
            organisationId: string;
            /** Format: uuid */
            roleId: string;
            /** Format: uuid */
            userId: string;
            /** Format: date */
            validFrom?: string | null;
            /** Format: date */
            validUntil?: string | null;
        };
        MembershipPage: {
            data: components["schemas"]["Membership"][];
            page: components["schemas"]["PageFacts"];
        };
        /** @enum {string} */
        MembershipSource: "local" | "sso" | "ldap";
        MembershipUpdate: {
            /** Format: date */
            validFrom?: string | null;
            /** Format: date */
            validUntil?: string | null;
        };
        /** @enum {string} */
        MfaRule: "everyone" | "listed";
        Model: {
            /** Format: date-time */
            archivedAt?: string | null;
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            fullDepth: boolean;
            /** Format: uuid */
            id: string;
            manufacturer?: components["schemas"]["Ref"] | null;
            /** Format: uuid */
            manufacturerId: string;
            maxWatts?: number | null;
            name: string;
            notes?: string | null;
            partNumber?: string | null;
            ports?: components["schemas"]["ModelPort"][] | null;
            slug: string;
            source: components["schemas"]["ModelSource"];
            type?: components["schemas"]["AssetType"] | null;
            /** @description Rack units; 0 = not rack-mounted. */
            uHeight: number;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        ModelCreate: {
            fullDepth?: boolean | null;
            /** Format: uuid */
            manufacturerId: string;
            maxWatts?: number | null;
            name: string;
            notes?: string | null;
            partNumber?: string | null;
            ports?: components["schemas"]["ModelPortInput"][] | null;
            /** @description Made from manufacturer and name when left out. */
            slug?: string | null;
            type?: components["schemas"]["AssetType"] | null;
            uHeight?: number | null;
        };
        ModelImportNote: {
            /** @description Dotted code. */
            code: string;
            detail: string;
            path: string;
            /** @description JSON pointer into the file; empty for the file itself. */
            pointer: string;
        };
        ModelImportReport: {
            created: number;
            /** @description The first 1,000 names. */
            createdModels: string[];
            /** @description True when nothing was written. */
            dryRun: boolean;
            /** @description Why files were refused; the first 1,000. */
            refusals: components["schemas"]["ModelImportNote"][];
            /** @description Files that could not be read as a device. */
            refused: number;
            /** @description Module and rack types, which are no devices. */
            skipped: number;
            unchanged: number;
            updated: number;
            /** @description The first 1,000 names. */
            updatedModels: string[];
            /** @description What was taken with a doubt; the first 1,000. */
            warnings: components["schemas"]["ModelImportNote"][];
        };
        ModelPage: {
            data: components["schemas"]["Model"][];
            page: components["schemas"]["PageFacts"];
        };
        ModelPort: {
            /** @description interfaces, powerPorts, consolePorts, frontPorts ... */
            list: string;
            mgmtOnly?: boolean | null;
            name: string;
            /** @description pse gives power, pd takes it. */
            poeMode?: string | null;
            /** @description e.g. 1000base-t */
            type: string;
        };
        ModelPortInput: {
            list: components["schemas"]["ModelPortList"];
            mgmtOnly?: boolean | null;
            name: string;
            poeMode?: components["schemas"]["PoeMode"] | null;
            type: string;
        };
        /** @enum {string} */
        ModelPortList: "interfaces" | "powerPorts" | "powerOutlets" | "consolePorts" | "consoleServerPorts" | "frontPorts" | "rearPorts" | "moduleBays" | "deviceBays";
        /** @enum {string} */
        ModelSource: "catalogue" | "library" | "own";
        ModelUpdate: {
            fullDepth?: boolean | null;
            maxWatts?: number | null;
            name?: string;
            notes?: string | null;
            partNumber?: string | null;
            ports?: components["schemas"]["ModelPortInput"][] | null;
            /** @description Made from manufacturer and name when left out. */
            slug?: string | null;
            type?: components["schemas"]["AssetType"] | null;
            uHeight?: number | null;
        };
        MyIdentity: {
            connection: string;
            /** Format: uuid */
            connectionId: string;
            /** Format: date-time */
            createdAt: string;
            email?: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastSeenAt?: string | null;
        };
        MyIdentityLink: {
            /** Format: uuid */
            connectionId: string;
        };
        MyMfa: {
            /** @description A second factor is demanded of this account. */
            demanded: boolean;
            /** @description It must be a passkey. */
            passkeyDemanded: boolean;
            passkeys: number;
            /** @description A password signs this person in here; false where a connection or a directory does instead, even if one is still kept. */
            password: boolean;
            recoveryCodesLeft: number;
            totp: boolean;
        };
        MyOrganisation: {
            colour: string;
            /** Format: uuid */
            id: string;
            /** @description Set where there is a logo. */
            logo?: string | null;
            name: string;
            permissions: string[];
            slug: string;
        };
        MySight: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["SightKind"];
            /** @description Permissions of theirs that the person does not hold, and does not look with. */
            leftOut: number;
            /** @description The person or role. */
            name: string;
            organisation: string;
            /** Format: uuid */
            organisationId: string;
            /** @description Seconds until then, by the clock of the server. */
            secondsLeft: number;
            /** Format: date-time */
            until: string;
        };
        Offboarding: {
            apiKeys: number;
            authenticator: boolean;
            email: string;
            identities: number;
            memberships: number;
            name: string;
            /** @description Organisations nobody else owns. */
            ownedAlone: string[];
            passkeys: number;
            seen: components["schemas"]["SeenSecretCount"][];
            sessions: number;
            state: string;
            /** Format: uuid */
            userId: string;
        };
        OfferedConnection: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ConnectionKind"];
            label: string;
        };
        /** @enum {string} */
        OidcClientProof: "basic" | "post";
        /** @enum {string} */
        OidcGroupOverflow: "refuse" | "graph";
        /** @enum {string} */
        OidcPreset: "entra" | "google" | "okta" | "keycloak" | "authentik" | "generic";
        OidcSettings: {
            authority?: string | null;
            clientId?: string | null;
            clientProof: components["schemas"]["OidcClientProof"];
            emailClaim: string;
            graph?: string | null;
            groupOverflow: components["schemas"]["OidcGroupOverflow"];
            groupsClaim?: string | null;
            hostedDomain?: string | null;
            issuer?: string | null;
            nameClaim: string;
            preset: components["schemas"]["OidcPreset"];
            scopes: string[];
            signOutThere: boolean;
            tenantId?: string | null;
        };
        OidcSettingsChange: {
            /** @description Entra ID in a national cloud. */
            authority?: string | null;
            clientId?: string | null;
            clientProof?: components["schemas"]["OidcClientProof"] | null;
            emailClaim?: string | null;
            /** @description Microsoft Graph of a national cloud. */
            graph?: string | null;
            groupOverflow?: components["schemas"]["OidcGroupOverflow"] | null;
            /** @description Dots reach inside: realm_access.roles. */
            groupsClaim?: string | null;
            /** @description Google: the Workspace domain every token must name. */
            hostedDomain?: string | null;
            /** @description Issuer, or the address of its discovery document. */
            issuer?: string | null;
            nameClaim?: string | null;
            preset?: components["schemas"]["OidcPreset"] | null;
            /** @description openid is always asked for. */
            scopes?: string[] | null;
            /** @description Signing out here signs out at the provider too. */
            signOutThere?: boolean | null;
            /** @description Entra ID: the directory (tenant) id, which every token must name. */
            tenantId?: string | null;
        };
        OpenInvitation: {
            /** @description What you may do with it: send, withdraw. Both need every permission the roles give. */
            can: {
                [key: string]: unknown;
            };
            email: string;
            /**
             * Format: uuid
             * @description Of the person.
             */
            id: string;
            /** @description What became of the mail with the link; null where none was sent, or it was forgotten since. */
            mail?: components["schemas"]["InvitationMail"] | null;
            name: string;
            roles: components["schemas"]["InvitedRole"][];
            /** @description run_out: the link is dead; send a new one. */
            state: components["schemas"]["InvitationState"];
            /**
             * Format: date-time
             * @description When the link runs out, or did; null where there is none any more.
             */
            until?: string | null;
        };
        Organisation: {
            /** Format: date-time */
            archivedAt?: string | null;
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            city?: string | null;
            colour: string;
            /** @description ISO 3166-1 alpha-2. */
            country?: string | null;
            /** Format: date-time */
            createdAt: string;
            email?: string | null;
            /** Format: uuid */
            id: string;
            legalName?: string | null;
            /** @description Set where there is a logo, and another one with each new logo. */
            logo?: string | null;
            name: string;
            phone?: string | null;
            postalCode?: string | null;
            /** @description What everybody must know before touching anything here. */
            readMeFirst?: string | null;
            /** @description Name in addresses: /o/acme. */
            slug: string;
            state?: string | null;
            street?: string | null;
            street2?: string | null;
            tags?: string[] | null;
            taxId?: string | null;
            type: components["schemas"]["OrganisationType"];
            /** Format: date-time */
            updatedAt: string;
            version: number;
            website?: string | null;
        };
        OrganisationCreate: {
            city?: string | null;
            colour?: string | null;
            country?: string | null;
            email?: string | null;
            legalName?: string | null;
            name: string;
            phone?: string | null;
            postalCode?: string | null;
            readMeFirst?: string | null;
            /** @description Made from the name when left out. */
            slug?: string | null;
            state?: string | null;
            street?: string | null;
            street2?: string | null;
            tags?: string[] | null;
            taxId?: string | null;
            type?: components["schemas"]["OrganisationType"] | null;
            website?: string | null;
        };
        OrganisationPage: {
            data: components["schemas"]["Organisation"][];
            page: components["schemas"]["PageFacts"];
        };
        OrganisationSummary: {
            /** Format: date-time */
            archivedAt?: string | null;
            colour: string;
            /** Format: uuid */
            id: string;
            name: string;
            slug: string;
        };
        /** @enum {string} */
        OrganisationType: "fully_managed" | "co_managed" | "break_fix" | "consulting" | "project_based" | "internal" | "prospect" | "other";
        OrganisationUpdate: {
            city?: string | null;
            colour?: string | null;
            country?: string | null;
            email?: string | null;
            legalName?: string | null;
            name?: string;
            phone?: string | null;
            postalCode?: string | null;
            readMeFirst?: string | null;
            /** @description Made from the name when left out. */
            slug?: string | null;
            state?: string | null;
            street?: string | null;
            street2?: string | null;
            tags?: string[] | null;
            taxId?: string | null;
            type?: components["schemas"]["OrganisationType"] | null;
            website?: string | null;
        };
        OwnApiKey: {
            /** Format: date */
            expiresOn: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastUsedAt?: string | null;
            lastUsedIp?: string | null;
            name: string;
            /** @description The organisation that manages it. */
            organisation: string;
            /** Format: uuid */
            organisationId: string;
            prefix: string;
            scopes: string[];
            state: components["schemas"]["ApiKeyState"];
        };
        OwnConnection: {
            /** @description There is a password or a second factor of ours to prove it with. */
            localProof: boolean;
            /** @description Null for a local session. */
            name?: string | null;
            /** @description The same for the class `factor`: not while there is a password of ours, which is shown here. */
            provesFactor: boolean;
            /** @description A fresh proof can be given there. */
            provesPresence: boolean;
        };
        PageFacts: {
            /** @description With group, on the first page; null otherwise. */
            groups?: components["schemas"]["ListGroups"] | null;
            limit: number;
            /** @description Cursor of the next page; null at the end. */
            next?: string | null;
            /** @description Cursor of the page before; null at the start. */
            prev?: string | null;
            /** @description Capped at 10,001; null unless total=true was asked. */
            total?: number | null;
        };
        Passkey: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastUsedAt?: string | null;
            name: string;
            /** @description A password manager keeps it on several devices; false for a key that never leaves its device. */
            synced: boolean;
        };
        PasskeyAddition: {
            made: components["schemas"]["PasskeyMade"];
            /** @description So that you know it again: the phone, the key on the key ring. */
            name: string;
        };
        PasskeyAnswer: {
            authenticatorData: string;
            clientDataJSON: string;
            id: string;
            signature: string;
            userHandle?: string | null;
        };
        PasskeyMade: {
            attestationObject: string;
            clientDataJSON: string;
            id: string;
            transports?: string[] | null;
        };
        PasskeyOptions: {
            /** @description PublicKeyCredentialCreationOptionsJSON or PublicKeyCredentialRequestOptionsJSON. */
            options: {
                [key: string]: unknown;
            };
        };
        /**
         * @description Whose second factor must be a passkey: platform administrators and owners of organisations.
         * @enum {string}
         */
        PasskeyRule: "nobody" | "administrators";
        PasskeySignIn: {
            passkey: components["schemas"]["PasskeyAnswer"];
        };
        PasskeyUpdate: {
            name: string;
        };
        PasswordChange: {
            /** Format: password */
            code?: string | null;
            /** Format: password */
            current: string;
            /** Format: password */
            next: string;
            passkey?: components["schemas"]["PasskeyAnswer"] | null;
        };
        PasswordStrength: {
            bits: number;
            reasons: string[];
            /** @description 0 (guessed at once) to 4 (out of reach). */
            score: number;
        };
        /** @enum {string} */
        PerimeterArea: "sign_in" | "admin" | "api";
        /** @enum {string} */
        PerimeterReason: "loopback" | "nothing_said" | "rule" | "not_allowed" | "local" | "country" | "unknown_country" | "no_database";
        PermissionText: {
            code: string;
            /** @description An API key may hold it as a scope. */
            grantable: boolean;
            group: string;
            sentence: string;
        };
        /** @enum {string} */
        PhoneKind: "work" | "mobile" | "home" | "fax" | "other";
        /** @enum {string} */
        PlaceKind: "country" | "local" | "unknown" | "no_database";
        /** @enum {string} */
        PoeMode: "pse" | "pd";
        /** @enum {string} */
        PortProtocol: "tcp" | "udp" | "sctp" | "ip";
        Preferences: {
            preferences: {
                [key: string]: unknown;
            };
        };
        PrintedKit: {
            /** @description False after a new root key: print a new one. */
            current: boolean;
            /** @description Printed on each of its pages. */
            kit: string;
            /** Format: date-time */
            madeAt: string;
            madeName: string;
            /**
             * Format: date-time
             * @description When somebody last opened every data key with it.
             */
            rehearsedAt?: string | null;
        };
        /** @description A refusal, as RFC 9457 problem details. */
        Problem: {
            /**
             * @description Dotted code, stable between releases.
             * @example asset.not_found
             */
            code: string;
            /** @description What happened and what to do next, in a sentence. */
            detail?: string;
            errors?: components["schemas"]["FieldProblem"][];
            /** @description Values the sentence speaks of. */
            params?: {
                [key: string]: unknown;
            };
            /** @description Names this request in our log. */
            requestId?: string;
            /** @description The same request may succeed later. */
            retryable: boolean;
            /** @description The HTTP status. */
            status: number;
            /** @description The code in words. */
            title: string;
            /**
             * Format: uri
             * @example urn:st0r:problem:asset.not_found
             */
            type: string;
        };
        ProviderAddress: {
            location: string;
        };
        ProviderStepUp: {
            /** @description params.class of the step_up.required answer. */
            class: string;
        };
        ReachingApiKey: {
            /** Format: date */
            expiresOn: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastUsedAt?: string | null;
            name: string;
            /** @description Which of your organisations it reaches. */
            organisationIds: string[];
            ownerName: string;
            scopes: string[];
            state: components["schemas"]["ApiKeyState"];
        };
        RecentRecords: {
            /** @description In the order they were opened; the last one stands first afterwards. */
            ids: string[];
        };
        RecoveryCodes: {
            recoveryCodes: string[];
        };
        Ref: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Noun of the related record, e.g. asset. */
            type: string;
        };
        Relation: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["RelationKind"];
            /** @description How it reads from the record asked about: "depends on", "is needed by". */
            label: string;
            note?: string | null;
            /** Format: uuid */
            organisationId: string;
            /** @description The record at the other end. */
            other: components["schemas"]["Ref"];
            /** @description The other record is archived. */
            otherArchived: boolean;
            /** @description True when the record asked about is the source. */
            outgoing: boolean;
        };
        RelationCreate: {
            kind: components["schemas"]["RelationKind"];
            note?: string | null;
            /** Format: uuid */
            organisationId: string;
            /** Format: uuid */
            sourceId: string;
            /** @description asset, contact, site, credential ... */
            sourceType: string;
            /** Format: uuid */
            targetId: string;
            targetType: string;
        };
        /** @enum {string} */
        RelationKind: "applies_to" | "contains" | "credentials" | "depends_on" | "documented_by" | "related_to" | "responsible_for" | "used_by";
        ReportResult: {
            inspections: components["schemas"]["Inspection"][];
        };
        ResetRequest: {
            email: string;
        };
        Retention: {
            days: number;
            /** @description How often old events were removed. */
            epochs: number;
            holds: components["schemas"]["LegalHold"][];
            /** @description How many events were removed in all; the chain goes on from there. */
            removed: number;
            /** Format: date-time */
            removedAt?: string | null;
        };
        RetentionChange: {
            /** @description Days every event is kept; 400 unless changed, never below 90. */
            days?: number | null;
            holds?: components["schemas"]["LegalHold"][] | null;
        };
        Role: {
            /** Format: date-time */
            archivedAt?: string | null;
            can: {
                [key: string]: unknown;
            };
            description?: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            permissions: string[];
            /** @description Whoever holds this role must have a second factor. */
            requireMfa: boolean;
            /** @description Code of a template of the house; templates cannot be changed. */
            template?: string | null;
            version: number;
        };
        RoleCreate: {
            description?: string | null;
            name: string;
            permissions: string[];
            requireMfa?: boolean | null;
        };
        RolePage: {
            data: components["schemas"]["Role"][];
            page: components["schemas"]["PageFacts"];
        };
        RoleUpdate: {
            description?: string | null;
            name?: string;
            permissions?: string[];
            requireMfa?: boolean | null;
        };
        RootKey: {
            /** Format: date-time */
            activatedAt?: string | null;
            /** @description Check value: tells two keys apart and tells neither. */
            check: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Running processes that lack it. */
            missingAt: string[];
            state: components["schemas"]["RootKeyState"];
            version: number;
            /** @description Data keys wrapped under it. */
            wraps: number;
        };
        /** @enum {string} */
        RootKeyState: "staged" | "active" | "decrypt_only" | "retired";
        /** @enum {string} */
        RotationReason: "asked" | "age" | "writes";
        /** @enum {string} */
        RotationState: "moving" | "resting" | "done" | "blocked";
        /** @enum {string} */
        SamlAssertionSignature: "required" | "response";
        /** @enum {string} */
        SamlBinding: "redirect" | "post";
        SamlCertificate: {
            /** @description SHA-256 fingerprint. */
            fingerprint: string;
            /** @description Kind and size of its key. */
            key: string;
            pem: string;
            subject: string;
            trouble?: components["schemas"]["SamlCertificateTrouble"] | null;
            /** Format: date-time */
            validFrom: string;
            /** Format: date-time */
            validUntil: string;
        };
        /** @enum {string} */
        SamlCertificateTrouble: "weak" | "expired" | "expires_soon" | "early";
        SamlMetadataAddress: {
            /** @description The provider that is meant, where there are several. */
            entityId?: string | null;
            url: string;
        };
        SamlMetadataImport: {
            /** @description Several providers: name one by its entity ID and send again. */
            choices: components["schemas"]["SamlProviderChoice"][];
            /** @description Null while a provider has to be chosen. */
            connection?: components["schemas"]["SignInConnection"] | null;
            /** @description What to know about it, in sentences. */
            warnings: string[];
        };
        SamlProviderChoice: {
            entityId: string;
            name?: string | null;
        };
        SamlSettings: {
            assertionSignature: components["schemas"]["SamlAssertionSignature"];
            certificates: components["schemas"]["SamlCertificate"][];
            emailAttribute: string;
            entityId?: string | null;
            groupsAttribute?: string | null;
            logoutResponseUrl?: string | null;
            logoutUrl?: string | null;
            metadataUrl?: string | null;
            nameAttribute: string;
            providerInitiated: boolean;
            signOnBinding: components["schemas"]["SamlBinding"];
            signOnUrl?: string | null;
            signOutThere: boolean;
        };
        SamlSettingsChange: {
            assertionSignature?: components["schemas"]["SamlAssertionSignature"] | null;
            /** @description All certificates that count from now on, as PEM. One that is left out stops counting at once. */
            certificates?: string[] | null;
            /** @description Name or friendly name of the attribute. */
            emailAttribute?: string | null;
            /** @description Entity ID of the provider. */
            entityId?: string | null;
            /** @description Each of its values is a group. */
            groupsAttribute?: string | null;
            /** @description Where it takes answers to its own logouts, if elsewhere. */
            logoutResponseUrl?: string | null;
            /** @description Where the provider takes logout messages by redirect. */
            logoutUrl?: string | null;
            /** @description Read again every day; null stops that. */
            metadataUrl?: string | null;
            nameAttribute?: string | null;
            /** @description Let the provider begin a sign-in nobody asked for here. */
            providerInitiated?: boolean | null;
            signOnBinding?: components["schemas"]["SamlBinding"] | null;
            /** @description Where the provider signs people in. */
            signOnUrl?: string | null;
            /** @description Signing out here signs out at the provider too. */
            signOutThere?: boolean | null;
        };
        Scan: {
            /**
             * Format: date-time
             * @description When proposals of it were last accepted.
             */
            acceptedAt?: string | null;
            /** Format: date-time */
            archivedAt?: string | null;
            /** @description The command line, its first 2,000 characters; one per line when the file holds several scans. */
            args: string;
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            /** @description False when the scan was stopped or the file was cut: absent hosts then prove nothing. */
            complete: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description Scans in the file. */
            documents: number;
            filename: string;
            /** Format: date-time */
            finishedAt?: string | null;
            /** @description Hosts the file lists, silent ones included. */
            hostCount: number;
            hostsUp: number;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organisationId: string;
            scanner: string;
            /** @description Of the file; the same content is kept once per organisation. */
            sha256: string;
            /** @description Bytes. */
            size: number;
            /** Format: date-time */
            startedAt?: string | null;
            state: components["schemas"]["ScanState"];
            /** Format: date-time */
            updatedAt: string;
            /** @description Id of the person who uploaded it. */
            uploadedBy: string;
            uploadedByName: string;
            version: number;
            /** @description What was odd about the file, in sentences. */
            warnings: string[];
        };
        ScanAccept: {
            /** @description Every line but the conflicts. */
            all?: boolean | null;
            /** @description Key to the id of the asset it is, or to "new". */
            choices?: {
                [key: string]: unknown;
            } | null;
            /** @description Only say what would happen. */
            dryRun?: boolean | null;
            /** @description Keys of proposals. */
            keys?: string[] | null;
            /** @description Narrows `all`. */
            kinds?: components["schemas"]["ScanProposalKind"][] | null;
            /** @description Key to the assetVersion that was shown; a newer one is refused with 412. */
            versions?: {
                [key: string]: unknown;
            } | null;
        };
        ScanAccepted: {
            created: number;
            dryRun: boolean;
            /** @description Ports whose observation was written or renewed. */
            observations: number;
            /** @description What this scan still proposes afterwards. */
            remaining: components["schemas"]["ScanProposalCounts"];
            scan: components["schemas"]["Scan"];
            skipped: components["schemas"]["ScanSkipped"][];
            /** @description Assets that were found as recorded. */
            unchanged: number;
            updated: number;
            vanished: number;
        };
        ScanDifference: {
            /** @description name, hostname, type, manufacturer, os, mac, ips or vanishedAt. */
            field: string;
            found: string[];
            /** @description Which interface of the asset, for mac and ips; counted from 0. */
            interfaceIndex?: number | null;
            /** @description What the record will say after accepting. */
            proposed: string[];
            recorded: string[];
        };
        ScanFound: {
            hostnames: string[];
            ips: string[];
            /** Format: date-time */
            lastSeenAt: string;
            macs: string[];
            os?: string | null;
            /** @description Percent. */
            osAccuracy?: number | null;
            /** @description All ports the scan lists, shown or not. */
            portCount: number;
            /** @description Open ports first; the first 50. */
            ports: components["schemas"]["ScanPort"][];
            /** @description A MAC address that several devices answered with. */
            sharedMac?: string | null;
            /** @description The scanner gave this host up. */
            timedOut: boolean;
            /** @description Who made the network card. */
            vendor?: string | null;
        };
        ScanPage: {
            data: components["schemas"]["Scan"][];
            page: components["schemas"]["PageFacts"];
        };
        ScanPort: {
            port: number;
            probed: boolean;
            product?: string | null;
            protocol: components["schemas"]["PortProtocol"];
            service?: string | null;
            serviceVersion?: string | null;
            state: string;
        };
        ScanProposal: {
            /** @description The recorded asset; null for new ones. */
            asset?: components["schemas"]["Ref"] | null;
            /** @description Version of that asset; send it back as versions[key] when accepting. */
            assetVersion?: number | null;
            /** @description Assets to choose from. */
            candidates: components["schemas"]["Ref"][];
            /** @description Why a person has to decide: mac-differs, hostname-reused, address-shared, address-recorded-elsewhere, ambiguous. */
            conflict?: string | null;
            /** @description What accepting changes. */
            differences: components["schemas"]["ScanDifference"][];
            /** @description Null for vanished ones. */
            found?: components["schemas"]["ScanFound"] | null;
            /** @description What differs and stays, because a person wrote it. */
            kept: components["schemas"]["ScanDifference"][];
            /** @description Names this line when accepting; the same in every scan of the device. */
            key: string;
            kind: components["schemas"]["ScanProposalKind"];
            /** @description mac, ip or hostname. */
            matchedBy?: string | null;
            suggestedName: string;
            suggestedType: string;
        };
        ScanProposalCounts: {
            conflict: number;
            new: number;
            unchanged: number;
            update: number;
            vanished: number;
        };
        /** @enum {string} */
        ScanProposalKind: "new" | "update" | "conflict" | "unchanged" | "vanished";
        ScanProposalPage: {
            counts: components["schemas"]["ScanProposalCounts"];
            data: components["schemas"]["ScanProposal"][];
            page: components["schemas"]["PageFacts"];
        };
        ScanSkipped: {
            key: string;
            /** @description conflict: decide it by name. choose: say which asset. changed: look again. gone: no longer proposed. */
            reason: components["schemas"]["ScanSkipReason"];
        };
        /**
         * @description conflict: decide it by name. choose: say which asset. changed: look again. gone: no longer proposed.
         * @enum {string}
         */
        ScanSkipReason: "conflict" | "choose" | "changed" | "gone";
        /** @enum {string} */
        ScanState: "waiting" | "reconciled" | "discarded";
        ScanUpload: {
            /**
             * Format: date-time
             * @description When proposals of it were last accepted.
             */
            acceptedAt?: string | null;
            /** Format: date-time */
            archivedAt?: string | null;
            /** @description The command line, its first 2,000 characters; one per line when the file holds several scans. */
            args: string;
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            /** @description False when the scan was stopped or the file was cut: absent hosts then prove nothing. */
            complete: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description Scans in the file. */
            documents: number;
            /** @description True when this very file was uploaded before; the answer is the scan of then. */
            duplicate: boolean;
            filename: string;
            /** Format: date-time */
            finishedAt?: string | null;
            /** @description Hosts the file lists, silent ones included. */
            hostCount: number;
            hostsUp: number;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organisationId: string;
            scanner: string;
            /** @description Of the file; the same content is kept once per organisation. */
            sha256: string;
            /** @description Bytes. */
            size: number;
            /** Format: date-time */
            startedAt?: string | null;
            state: components["schemas"]["ScanState"];
            /** Format: date-time */
            updatedAt: string;
            /** @description Id of the person who uploaded it. */
            uploadedBy: string;
            uploadedByName: string;
            version: number;
            /** @description What was odd about the file, in sentences. */
            warnings: string[];
        };
        Schedule: {
            /** @description An administrator chose this time; otherwise it is the one of the release. */
            chosen: boolean;
            /** @description Minute, hour, day of the month, month, day of the week. */
            cron: string;
            /** @description Why it failed. */
            lastErrorCode?: string | null;
            lastErrorDetail?: string | null;
            /** Format: uuid */
            lastJobId?: string | null;
            /** @description How long it took. */
            lastMilliseconds?: number | null;
            /**
             * Format: date-time
             * @description When the last run began.
             */
            lastStartedAt?: string | null;
            lastState?: components["schemas"]["JobState"] | null;
            name: string;
            /** Format: date-time */
            nextAt: string;
            paused: boolean;
            timeZone: string;
            title: string;
        };
        ScheduleList: {
            data: components["schemas"]["Schedule"][];
        };
        ScheduleUpdate: {
            cron?: string | null;
            paused?: boolean | null;
            timeZone?: string | null;
        };
        SealState: {
            /** @description What is wrong, in sentences; empty when all is well. */
            troubles: string[];
        };
        SearchAnswer: {
            groups: components["schemas"]["SearchGroup"][];
            /** @description Chosen by the first character: = exact, @ people, # ticket. */
            mode: components["schemas"]["SearchMode"];
        };
        SearchGroup: {
            results: components["schemas"]["SearchResult"][];
            type: string;
        };
        /**
         * @description Chosen by the first character: = exact, @ people, # ticket.
         * @enum {string}
         */
        SearchMode: "everything" | "exact" | "people" | "ticket";
        SearchOrganisation: {
            colour: string;
            /** Format: uuid */
            id: string;
            name: string;
            slug: string;
        };
        SearchResult: {
            /** @description What you may do from the palette: open, and acts of the record. */
            actions: string[];
            /** Format: uuid */
            id: string;
            organisation: components["schemas"]["SearchOrganisation"];
            subtitle?: string | null;
            title: string;
            /** @description Noun of the record, e.g. asset. */
            type: string;
        };
        SecondFactor: {
            /** Format: password */
            code?: string | null;
            passkey?: components["schemas"]["PasskeyAnswer"] | null;
            /** Format: password */
            recoveryCode?: string | null;
        };
        SecondFactorWays: {
            /** @description A passkey will do. */
            passkey: boolean;
            /** @description A code of the authenticator will do. */
            totp: boolean;
        };
        SecurityBar: {
            /** Format: date-time */
            at: string;
            /** @description Kind to number of events; kinds without any are left out. */
            counts: {
                [key: string]: unknown;
            };
            total: number;
        };
        SecurityChart: {
            bars: components["schemas"]["SecurityBar"][];
            /** @description Seconds the oldest event has waited that is not counted yet; far more than a few when the worker stands still. */
            behindSeconds: number;
            bucket: components["schemas"]["EventBucket"];
            /** Format: date-time */
            from: string;
            /** @description The most frequent first, at most twenty. */
            refusals: components["schemas"]["SecurityRefusals"][];
            /** Format: date-time */
            to: string;
        };
        SecurityRefusals: {
            /** @description ISO 3166 code of the country that decided; otherwise what decided, e.g. rule. */
            label: string;
            total: number;
        };
        SeenSecret: {
            /** @description How they came to see it: revealed, copied. */
            acts: string[];
            credential: string;
            /** Format: uuid */
            credentialId: string;
            /** Format: date-time */
            lastAt: string;
            organisation: string;
            /** Format: uuid */
            organisationId: string;
            times: number;
        };
        SeenSecretCount: {
            /** @description You may read their names. */
            named: boolean;
            organisation: string;
            /** Format: uuid */
            organisationId: string;
            secrets: number;
        };
        SelfGrant: {
            /** Format: uuid */
            organisationId: string;
            /** @description Why; the owners read it. */
            reason: string;
        };
        Session: {
            current: boolean;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** @description A browser; false for an API client. */
            interactive: boolean;
            ip?: string | null;
            /** Format: date-time */
            lastSeenAt: string;
            /** Format: date-time */
            signedInAt: string;
            userAgent?: string | null;
        };
        /** @enum {string} */
        SessionScope: "full" | "enrolment";
        Setup: {
            email: string;
            name: string;
            organisation?: components["schemas"]["SetupOrganisation"] | null;
            /** Format: password */
            password: string;
            /** Format: password */
            token: string;
        };
        SetupOrganisation: {
            name: string;
        };
        SetupState: {
            open: boolean;
        };
        Shredding: {
            /** Format: date-time */
            approvedAt?: string | null;
            approvedName?: string | null;
            /** Format: date-time */
            askedAt: string;
            /**
             * Format: uuid
             * @description Who asked; somebody else has to approve.
             */
            askedBy: string;
            askedName: string;
            /**
             * Format: date-time
             * @description When the last key backup with a copy is gone.
             */
            copiesUntil?: string | null;
            /**
             * Format: date-time
             * @description When the keys are destroyed.
             */
            dueAt?: string | null;
            /** Format: date-time */
            endedAt?: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organisationId: string;
            reason: string;
            state: components["schemas"]["ShreddingState"];
        };
        ShreddingRequest: {
            /** @description Name of the organisation, exactly. */
            name: string;
            /** Format: uuid */
            organisationId: string;
            /** @description Why; kept in the audit log. */
            reason: string;
        };
        /** @enum {string} */
        ShreddingState: "asked" | "approved" | "done" | "withdrawn";
        /** @enum {string} */
        SightKind: "person" | "role";
        SightStart: {
            /** Format: uuid */
            organisationId: string;
            /**
             * Format: uuid
             * @description A role, instead of a person.
             */
            roleId?: string | null;
            /**
             * Format: uuid
             * @description A person with a role there.
             */
            userId?: string | null;
        };
        SignIn: {
            email: string;
            /** Format: password */
            password: string;
            /** @description Only after 428 auth.work_needed, which says what to compute while the installation is under attack; good for one request within two minutes, from the same address. */
            work?: components["schemas"]["SignInWork"] | null;
        };
        SignInAttack: {
            /** @description Puzzles that were solved, of one address one a minute. */
            answered: number;
            /** @description Puzzles that were handed out, of one address one a minute. */
            asked: number;
            /** Format: date-time */
            beganAt: string;
            /**
             * Format: date-time
             * @description Nothing while it goes on.
             */
            endedAt?: string | null;
            /** Format: uuid */
            id: string;
            /** @description The most failures within a minute. */
            peakPerMinute: number;
        };
        SignInConnection: {
            addresses: components["schemas"]["ConnectionAddress"][];
            /** Format: date-time */
            archivedAt?: string | null;
            buttonLabel?: string | null;
            buttonShown: boolean;
            can: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            domains: components["schemas"]["ConnectionDomain"][];
            health: components["schemas"]["ConnectionHealth"];
            /** Format: uuid */
            id: string;
            jit: boolean;
            kind: components["schemas"]["ConnectionKind"];
            ldap?: components["schemas"]["LdapSettings"] | null;
            mfaAcr: string[];
            mfaAmr: string[];
            mfaTrusted: boolean;
            /** @description What is missing before it can be tested. */
            missing: string[];
            name: string;
            oidc?: components["schemas"]["OidcSettings"] | null;
            position: number;
            saml?: components["schemas"]["SamlSettings"] | null;
            /** @description Names of the secrets that are stored. */
            secretsHeld: string[];
            state: components["schemas"]["ConnectionState"];
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        SignInConnectionCreate: {
            buttonLabel?: string | null;
            buttonShown?: boolean | null;
            domains?: string[] | null;
            /** @description Make an account for somebody unknown; it has no role but those its groups give. */
            jit?: boolean | null;
            kind: components["schemas"]["ConnectionKind"];
            ldap?: components["schemas"]["LdapSettingsChange"] | null;
            /** @description acr values that mean a second factor. */
            mfaAcr?: string[] | null;
            /** @description amr values that mean a second factor. */
            mfaAmr?: string[] | null;
            /** @description Believe the provider about the second factor. */
            mfaTrusted?: boolean | null;
            name: string;
            oidc?: components["schemas"]["OidcSettingsChange"] | null;
            position?: number | null;
            saml?: components["schemas"]["SamlSettingsChange"] | null;
        };
        SignInConnectionPage: {
            data: components["schemas"]["SignInConnection"][];
            page: components["schemas"]["PageFacts"];
        };
        SignInConnectionUpdate: {
            buttonLabel?: string | null;
            buttonShown?: boolean | null;
            domains?: string[] | null;
            /** @description Make an account for somebody unknown; it has no role but those its groups give. */
            jit?: boolean | null;
            ldap?: components["schemas"]["LdapSettingsChange"] | null;
            /** @description acr values that mean a second factor. */
            mfaAcr?: string[] | null;
            /** @description amr values that mean a second factor. */
            mfaAmr?: string[] | null;
            /** @description Believe the provider about the second factor. */
            mfaTrusted?: boolean | null;
            name?: string;
            oidc?: components["schemas"]["OidcSettingsChange"] | null;
            position?: number | null;
            saml?: components["schemas"]["SamlSettingsChange"] | null;
        };
        SignInCounter: {
            failures: number;
            /** @description Names the counter; it says nothing about whom it counts. */
            id: string;
            /** @description Passwords, second factors or reset links of an account; a known device; an address or a block of them. */
            kind: components["schemas"]["SignInCounterKind"];
            /** Format: date-time */
            lastAt: string;
            person?: string | null;
            /** @description The address or network. */
            place?: string | null;
            /**
             * Format: date-time
             * @description When the waiting ends; nothing where it ends only by being cleared.
             */
            until?: string | null;
            /**
             * Format: uuid
             * @description The account; nothing for addresses, and where no account has the name that was tried.
             */
            userId?: string | null;
        };
        /**
         * @description Passwords, second factors or reset links of an account; a known device; an address or a block of them.
         * @enum {string}
         */
        SignInCounterKind: "password" | "factor" | "reset" | "device" | "address" | "block";
        SignInPressure: {
            /** @description The last twenty, the latest first. */
            attacks: components["schemas"]["SignInAttack"][];
            /** @description Failed sign-ins within the last minute, and puzzles nobody solved. */
            failuresPerMinute: number;
            /** @description More than this is an attack: a hundred, or five times what a week brought. */
            limitPerMinute: number;
            /** @description Whether unknown devices are asked for some computing before a password is looked at. */
            underAttack: boolean;
        };
        SignInRules: {
            absoluteHours: number;
            /** @description Minutes an access token of a browser lives; it is renewed in silence. */
            accessMinutes: number;
            /** @description Minutes an access token from POST /auth/token lives. */
            automationMinutes: number;
            idleMinutes: number;
            /** @description Days ahead an API key may expire at most. */
            keyDays: number;
            requireMfa: components["schemas"]["MfaRule"];
            /** @description Whose second factor must be a passkey: platform administrators and owners of organisations. */
            requirePasskey: components["schemas"]["PasskeyRule"];
        };
        SignInRulesUpdate: {
            absoluteHours?: number | null;
            accessMinutes?: number | null;
            automationMinutes?: number | null;
            idleMinutes?: number | null;
            keyDays?: number | null;
            requireMfa?: components["schemas"]["MfaRule"] | null;
            requirePasskey?: components["schemas"]["PasskeyRule"] | null;
        };
        SignInState: {
            state: components["schemas"]["SignInStep"];
        };
        /** @enum {string} */
        SignInStep: "signed_in" | "totp_required" | "enrolment_required";
        SignInWork: {
            /** @description A number for which the SHA-256 of params.bytes bytes begins with params.bits zero bits: this number in four bytes, the most significant first, the challenge as text, and zeros. */
            answer: number;
            /** @description params.challenge of the auth.work_needed answer, as it came. */
            challenge: string;
        };
        SignOutAddress: {
            location?: string | null;
        };
        Site: {
            /** Format: date-time */
            archivedAt?: string | null;
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            city?: string | null;
            /** @description ISO 3166-1 alpha-2. */
            country?: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            latitude?: number | null;
            longitude?: number | null;
            name: string;
            notes?: string | null;
            /** @description {"monday": [{"from": "09:00", "to": "17:30"}]}; a missing day is closed. */
            openingHours?: {
                [key: string]: unknown;
            } | null;
            /** Format: uuid */
            organisationId: string;
            phone?: string | null;
            postalCode?: string | null;
            state?: string | null;
            status: components["schemas"]["SiteStatus"];
            street?: string | null;
            street2?: string | null;
            /** @description IANA name, e.g. Europe/Berlin. */
            timeZone?: string | null;
            type: components["schemas"]["SiteType"];
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        SiteCreate: {
            city?: string | null;
            country?: string | null;
            latitude?: number | null;
            longitude?: number | null;
            name: string;
            notes?: string | null;
            openingHours?: {
                [key: string]: unknown;
            } | null;
            /** Format: uuid */
            organisationId: string;
            phone?: string | null;
            postalCode?: string | null;
            state?: string | null;
            /** @description active when left out. */
            status?: components["schemas"]["SiteStatus"] | null;
            street?: string | null;
            street2?: string | null;
            timeZone?: string | null;
            /** @description office when left out. */
            type?: components["schemas"]["SiteType"] | null;
        };
        SitePage: {
            data: components["schemas"]["Site"][];
            page: components["schemas"]["PageFacts"];
        };
        /** @enum {string} */
        SiteStatus: "active" | "inactive" | "planned" | "closed";
        /** @enum {string} */
        SiteType: "office" | "warehouse" | "datacenter" | "retail" | "branch" | "manufacturing" | "coworking" | "remote" | "other";
        SiteUpdate: {
            city?: string | null;
            country?: string | null;
            latitude?: number | null;
            longitude?: number | null;
            name?: string;
            notes?: string | null;
            openingHours?: {
                [key: string]: unknown;
            } | null;
            phone?: string | null;
            postalCode?: string | null;
            state?: string | null;
            /** @description active when left out. */
            status?: components["schemas"]["SiteStatus"] | null;
            street?: string | null;
            street2?: string | null;
            timeZone?: string | null;
            /** @description office when left out. */
            type?: components["schemas"]["SiteType"] | null;
        };
        Status: {
            /** Format: date-time */
            checkedAt: string;
            database: components["schemas"]["StatusDatabase"];
            disks: components["schemas"]["StatusDisk"][];
            findings: components["schemas"]["StatusFinding"][];
            nodes: components["schemas"]["StatusNode"][];
            /** @description The version of Node it runs on. */
            runtime: string;
            /** @description The worst of all findings. */
            state: components["schemas"]["FindingState"];
            /** @description The release the answering process runs. */
            version: string;
        };
        StatusDatabase: {
            /** @description Connections the answering process has open. */
            connections: number;
            /** @description Room taken by tables and their indexes, in MiB. */
            megabytes: number;
            /** @description Connections it may have. */
            mostConnections: number;
            /** @description The last step its schema has taken. */
            schema?: string | null;
            version: string;
        };
        StatusDisk: {
            folder: string;
            /** @description Free room in MiB. */
            freeMegabytes: number;
            /** @description Size in MiB. */
            sizeMegabytes: number;
        };
        StatusFinding: {
            /** @description What was looked at. */
            name: string;
            /** @description What was found, and what to do about it. */
            says: string;
            state: components["schemas"]["FindingState"];
        };
        StatusNode: {
            name: string;
            role: string;
            /**
             * Format: date-time
             * @description When it last said that it runs.
             */
            seenAt: string;
            /** Format: date-time */
            startedAt: string;
            /** @description The release it runs. */
            version?: string | null;
        };
        StepUp: {
            /** @description params.class of the step_up.required answer. */
            class: string;
            /** Format: password */
            code?: string | null;
            passkey?: components["schemas"]["PasskeyAnswer"] | null;
            /** Format: password */
            password?: string | null;
        };
        StepUpWays: {
            /** @description A code of the authenticator will do. */
            code: boolean;
            /** @description A passkey will do. */
            passkey: boolean;
            /** @description The password is part of it; false where it is closed for signing in. */
            password: boolean;
        };
        TokenPair: {
            accessToken: string;
            expiresIn: number;
            refreshToken: string;
        };
        TokenRenewal: {
            /** Format: password */
            refreshToken: string;
        };
        TokenRequest: {
            /** Format: password */
            code?: string | null;
            email: string;
            /** Format: password */
            password: string;
            /** @description Only after 428 auth.work_needed, which says what to compute while the installation is under attack; good for one request within two minutes, from the same address. */
            work?: components["schemas"]["SignInWork"] | null;
        };
        TotpConfirmation: {
            codes: string[];
        };
        TotpEnrolment: {
            otpauthUri: string;
            /** @description Base32 seed for typing it in. */
            secret: string;
        };
        /** @enum {string} */
        UnknownCountryPolicy: "allow" | "deny";
        UpdateBundle: {
            bytes: number;
            file: string;
            /** Format: date-time */
            placedAt: string;
            /** @description Why it is of no use here. */
            problem?: string | null;
            /** @description Only where its signature is one this installation trusts. */
            version?: string | null;
        };
        UpdateNote: {
            /** @description The heading it stands under. */
            section: string;
            /** @description It mends something of security. */
            security: boolean;
            text: string;
        };
        UpdateObstacle: {
            name: string;
            says: string;
            state: components["schemas"]["UpdateObstacleState"];
        };
        /** @enum {string} */
        UpdateObstacleState: "ok" | "warning" | "blocker";
        UpdateOverview: {
            /**
             * Format: date-time
             * @description When the newest backup that was put back and proved was made.
             */
            backupFrom?: string | null;
            bundles: components["schemas"]["UpdateBundle"][];
            /** @description Where bundles are put. */
            inbox?: string | null;
            /** @description What is new in the release that runs. */
            notes: components["schemas"]["UpdateNote"][];
            /** @description Its number; a higher one is newer. */
            number: number;
            runs: components["schemas"]["UpdateRun"][];
            /** @description How far the update is that is under way. */
            step?: string | null;
            /** @description An updater serves this installation. */
            updater: boolean;
            /** @description The release that runs. */
            version: string;
        };
        UpdateRequest: {
            /** Format: uuid */
            id: string;
        };
        UpdateRequestCreate: {
            /** @description Its name in the inbox. */
            file: string;
            /** @description Its SHA-256, as the check said it. */
            sha256: string;
        };
        UpdateRun: {
            /** Format: date-time */
            endedAt?: string | null;
            file: string;
            fromVersion: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            requestedAt: string;
            requestedName: string;
            /** @description How it ended. */
            says?: string | null;
            state: components["schemas"]["UpdateState"];
            version: string;
        };
        /** @enum {string} */
        UpdateState: "waiting" | "done" | "refused" | "failed" | "rolled_back" | "stuck" | "lost";
        UpdateStep: {
            name: string;
            /** @description It takes something away that the present release may still use. */
            removes: boolean;
            tables: components["schemas"]["UpdateTable"][];
        };
        UpdateTable: {
            /** @description Rows, as the database estimates them. */
            rows: number;
            table: string;
        };
        UpgradeReport: {
            file: string;
            /** @description The release that runs. */
            from: string;
            notes: components["schemas"]["UpdateNote"][];
            number: number;
            obstacles: components["schemas"]["UpdateObstacle"][];
            /** @description Nothing stands in the way. */
            ready: boolean;
            /** @description How long the steps of the schema take at most, in seconds. */
            seconds: number;
            /** @description Names this bundle and no other; a request repeats it. */
            sha256: string;
            steps: components["schemas"]["UpdateStep"][];
            version: string;
        };
        User: {
            /** @description What you may do with this account. */
            can: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            email: string;
            /** Format: uuid */
            id: string;
            name: string;
            platformAdmin: boolean;
            requireMfa: boolean;
            state: components["schemas"]["UserState"];
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        UserPage: {
            data: components["schemas"]["User"][];
            page: components["schemas"]["PageFacts"];
        };
        /** @enum {string} */
        UserState: "invited" | "active" | "disabled";
        UserUpdate: {
            name?: string | null;
            platformAdmin?: boolean | null;
            requireMfa?: boolean | null;
            state?: components["schemas"]["UserState"] | null;
        };
        /** @enum {string} */
        VaultFinding: "breached" | "weak" | "reused" | "old" | "expired";
        VaultFolder: {
            /** Format: date-time */
            archivedAt?: string | null;
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            organisationId: string;
            parent?: components["schemas"]["Ref"] | null;
            /** Format: uuid */
            parentId?: string | null;
            /** @description Revealing what lies here or below asks for a reason. */
            reasonRequired: boolean;
            /** @description Minutes a proof of identity counts here, 0 to 15; null leaves it to the folder above. */
            stepUpMinutes?: number | null;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        VaultFolderCreate: {
            name: string;
            /** Format: uuid */
            organisationId: string;
            /** Format: uuid */
            parentId?: string | null;
            reasonRequired?: boolean | null;
            stepUpMinutes?: number | null;
        };
        VaultFolderPage: {
            data: components["schemas"]["VaultFolder"][];
            page: components["schemas"]["PageFacts"];
        };
        VaultFolderUpdate: {
            name?: string;
            /** Format: uuid */
            parentId?: string | null;
            reasonRequired?: boolean | null;
            stepUpMinutes?: number | null;
        };
        VaultGenerate: {
            /** @description Leaves out l I 1 | O o 0. */
            avoidLookAlikes?: boolean | null;
            capitals?: boolean | null;
            /** @description All four unless told. */
            classes?: components["schemas"]["CharacterClass"][] | null;
            digit?: boolean | null;
            kind: components["schemas"]["GeneratedKind"];
            /** @description Characters; 20 unless told. */
            length?: number | null;
            separator?: string | null;
            /** @description Words of a passphrase; 6 unless told. */
            words?: number | null;
        };
        VaultHealth: {
            /** @description Those of them with a password. */
            askable: number;
            /** @description Passwords of which a list of stolen ones said something, that they are clean within two days; of the others nobody knows whether they are breached. */
            asked: number;
            findings: components["schemas"]["VaultHealthFinding"][];
            /** @description Credentials looked at: all that are not archived. */
            total: number;
        };
        VaultHealthFinding: {
            count: number;
            finding: components["schemas"]["VaultFinding"];
            items: components["schemas"]["VaultHealthItem"][];
        };
        VaultHealthItem: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            organisationId: string;
        };
        VaultStrength: {
            /** @description Words an attacker would try first. */
            context?: string[] | null;
            /** Format: password */
            password: string;
        };
        VerifyRequest: {
            /** @description The last so many sealed events; 10,000 unless told. */
            last?: number | null;
        };
        VerifyResult: {
            /** @description Triggers and rights that are not as they should be. */
            drift: string[];
            /** @description 0 as written, 1 tampered with, 2 not everything could be checked, 3 another history than signed. */
            exitCode: number;
            firstBad?: components["schemas"]["BadEvent"] | null;
            milliseconds: number;
            /** @description What could not be checked from here. */
            notes: string[];
            ok: boolean;
            /** @description Sealed events checked. */
            sealed: number;
            /** @description Events that wait for their seal, checked as well. */
            unsealed: number;
        };
        View: {
            /** Format: date-time */
            archivedAt?: string | null;
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            /** @description Shown columns in order; null is usual. */
            columns?: components["schemas"]["ViewColumn"][] | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Column whose equal values stand together. */
            groupBy?: string | null;
            /** Format: uuid */
            id: string;
            /** @description Path of the list, e.g. assets. */
            list: string;
            name: string;
            /**
             * Format: uuid
             * @description The organisation whose team shares it; null is every team.
             */
            organisationId?: string | null;
            /** @description Query string of the list: filters, order, search. */
            query: string;
            /** @description Seen by the team: of its organisation, or of every one. */
            shared: boolean;
            /** @description Opens first, where nothing else was asked for. */
            standard: boolean;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            userId: string;
            /** @description Who saved it. */
            userName?: string | null;
            version: number;
        };
        ViewColumn: {
            id: string;
            /** @description Stays in sight while the others scroll. */
            pinned?: boolean | null;
            /** @description CSS pixels; as wide as its content when left out. */
            width?: number | null;
        };
        ViewCreate: {
            columns?: components["schemas"]["ViewColumn"][] | null;
            groupBy?: string | null;
            list: string;
            name: string;
            /** Format: uuid */
            organisationId?: string | null;
            query?: string | null;
            shared?: boolean | null;
            standard?: boolean | null;
        };
        ViewPage: {
            data: components["schemas"]["View"][];
            page: components["schemas"]["PageFacts"];
        };
        ViewUpdate: {
            columns?: components["schemas"]["ViewColumn"][] | null;
            groupBy?: string | null;
            name?: string;
            /** Format: uuid */
            organisationId?: string | null;
            query?: string | null;
            shared?: boolean | null;
            standard?: boolean | null;
        };
        Weakness: {
            /** Format: date-time */
            archivedAt?: string | null;
            /** @description What you may do with this record. */
            can: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt?: string | null;
            /** @description Who decided. */
            decidedName?: string | null;
            /**
             * Format: date-time
             * @description Until when the decision counts.
             */
            decidedUntil?: string | null;
            decision?: components["schemas"]["WeaknessDecision"] | null;
            /** Format: date-time */
            firstSeenAt: string;
            fixedIn?: string | null;
            /**
             * Format: date-time
             * @description Since when it is seen no more.
             */
            goneAt?: string | null;
            /** Format: uuid */
            id: string;
            /** @description As installed; of npm the versions that are affected. */
            installed?: string | null;
            kind: components["schemas"]["WeaknessKind"];
            /** Format: date-time */
            lastSeenAt: string;
            package: string;
            reason?: string | null;
            /** @description What the source calls it: an advisory, a CVE, an architecture. */
            reference?: string | null;
            /** @description unrated: the source does not say. */
            severity: components["schemas"]["WeaknessSeverity"];
            source: components["schemas"]["InspectionSource"];
            /** @description A decision that has ended leaves it open again. */
            state: components["schemas"]["WeaknessState"];
            /** @description The machine, or the project. */
            subject: string;
            title: string;
            /** Format: date-time */
            updatedAt: string;
            url?: string | null;
            version: number;
        };
        WeaknessCounts: {
            critical: number;
            high: number;
            low: number;
            medium: number;
            unrated: number;
        };
        WeaknessDay: {
            /** Format: date-time */
            at: string;
            /** @description Somebody had looked by then. Otherwise the counts say nothing. */
            known: boolean;
            /** @description As seen, decided about or not. */
            seen: components["schemas"]["WeaknessCounts"];
            /** @description Updates that waited, security or not. */
            updates: number;
        };
        WeaknessDecide: {
            /** @description accepted: it is true and borne. ignored: it does not concern us. */
            decision: components["schemas"]["WeaknessDecision"];
            /** @description Why; whoever comes later has nothing else to go by. */
            reason: string;
            /**
             * Format: date-time
             * @description When it is open again by itself; within a year.
             */
            until: string;
        };
        /**
         * @description accepted: it is true and borne. ignored: it does not concern us.
         * @enum {string}
         */
        WeaknessDecision: "accepted" | "ignored";
        /** @enum {string} */
        WeaknessKind: "update" | "vulnerability" | "licence";
        WeaknessPage: {
            data: components["schemas"]["Weakness"][];
            page: components["schemas"]["PageFacts"];
        };
        /**
         * @description unrated: the source does not say.
         * @enum {string}
         */
        WeaknessSeverity: "critical" | "high" | "medium" | "low" | "unrated";
        /**
         * @description A decision that has ended leaves it open again.
         * @enum {string}
         */
        WeaknessState: "open" | "accepted" | "ignored" | "gone";
    };
    responses: {
        /** @description The input is wrong; `errors` names each field by JSON pointer. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request disagrees with the present state. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The permission is missing, or a fresh proof of identity is needed first (`step_up.required`). */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such record, or not one you may see: the same answer. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Somebody changed the record since you read it; `If-Match` names an old version. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too often; `Retry-After` says in how many seconds to try again, `RateLimit-Policy` and `RateLimit` which limit it was. */
        TooManyRequests: {
            headers: {
                /** @description What is left of it, and in how many seconds all of it is there again. */
                RateLimit?: string;
                /** @description The limit, with its quota and the seconds of its window. */
                "RateLimit-Policy"?: string;
                /** @description Seconds until the same request may be sent again. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody is signed in, or the session has ended. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAddressBans: {
        parameters: {
            query?: {
                /** @description Operators in brackets, e.g. address[ne]=… */
                address?: string;
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description Operators in brackets, e.g. jail[ne]=… */
                jail?: string;
                /** @description Operators in brackets, e.g. liftedAt[ne]=… */
                liftedAt?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Words to look for. */
                q?: string;
                /** @description Comma separated, a minus sign turns a key round: address, createdAt, liftedAt. */
                sort?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressBanPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getAddressBan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressBan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    liftAddressBan: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportAddressBans: {
        parameters: {
            query?: {
                /** @description Operators in brackets, e.g. address[ne]=… */
                address?: string;
                archived?: "no" | "only" | "any";
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description Operators in brackets, e.g. jail[ne]=… */
                jail?: string;
                /** @description Operators in brackets, e.g. liftedAt[ne]=… */
                liftedAt?: string;
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Words to look for. */
                q?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listAddressRules: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description One or more of sign_in, admin, api. Operators in brackets, e.g. area[ne]=… */
                area?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description One or more of allow, deny. Operators in brackets, e.g. effect[ne]=… */
                effect?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Operators in brackets, e.g. network[ne]=… */
                network?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Comma separated, a minus sign turns a key round: network, createdAt. */
                sort?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressRulePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createAddressRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressRuleCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressRule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getAddressRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressRule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateAddressRule: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressRuleUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressRule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveAddressRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressRule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreAddressRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressRule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportAddressRules: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description One or more of sign_in, admin, api. Operators in brackets, e.g. area[ne]=… */
                area?: string;
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description One or more of allow, deny. Operators in brackets, e.g. effect[ne]=… */
                effect?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Operators in brackets, e.g. network[ne]=… */
                network?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Operators in brackets, e.g. expiresOn[ne]=… */
                expiresOn?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description Operators in brackets, e.g. lastUsedAt[ne]=… */
                lastUsedAt?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Operators in brackets, e.g. owner[ne]=… */
                owner?: string;
                /** @description Operators in brackets, e.g. prefix[ne]=… */
                prefix?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Comma separated, a minus sign turns a key round: name, expiresOn, lastUsedAt, createdAt. */
                sort?: string;
                /** @description One or more of active, suspended, expired, revoked. Operators in brackets, e.g. state[ne]=… */
                state?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateApiKey: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    cutOffApiKey: {
        parameters: {
            query?: {
                /** @description Organisation id or slug. */
                org?: string;
            };
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    resumeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyRotation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    suspendApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportApiKeys: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description Operators in brackets, e.g. expiresOn[ne]=… */
                expiresOn?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description Operators in brackets, e.g. lastUsedAt[ne]=… */
                lastUsedAt?: string;
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Operators in brackets, e.g. owner[ne]=… */
                owner?: string;
                /** @description Operators in brackets, e.g. prefix[ne]=… */
                prefix?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description One or more of active, suspended, expired, revoked. Operators in brackets, e.g. state[ne]=… */
                state?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listReachingApiKeys: {
        parameters: {
            query?: {
                /** @description Organisation id or slug. */
                org?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReachingApiKey"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listApiRequests: {
        parameters: {
            query?: {
                /** @description Organisation id or slug. */
                org?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiRequestPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getApiUsage: {
        parameters: {
            query?: {
                bucket?: "hour" | "day";
                /** @description Only this route, e.g. /api/v1/assets/:id. */
                endpoint?: unknown;
                from?: unknown;
                /** @description Only requests of this key, or of several with commas. */
                key?: unknown;
                /** @description Organisation id or slug. */
                org?: string;
                /** @description Only served, refused, limited, failed; several with commas. */
                outcome?: unknown;
                to?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiUsage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listAssetObservations: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. assetId[ne]=… */
                assetId?: string;
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description Operators in brackets, e.g. lastSeenAt[ne]=… */
                lastSeenAt?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Operators in brackets, e.g. port[ne]=… */
                port?: string;
                /** @description Operators in brackets, e.g. product[ne]=… */
                product?: string;
                /** @description One or more of tcp, udp, sctp, ip. Operators in brackets, e.g. protocol[ne]=… */
                protocol?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. service[ne]=… */
                service?: string;
                /** @description Comma separated, a minus sign turns a key round: protocol, port, service, lastSeenAt. */
                sort?: string;
                /** @description Operators in brackets, e.g. state[ne]=… */
                state?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetObservationPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getAssetObservation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetObservation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportAssetObservations: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. assetId[ne]=… */
                assetId?: string;
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description Operators in brackets, e.g. lastSeenAt[ne]=… */
                lastSeenAt?: string;
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Operators in brackets, e.g. port[ne]=… */
                port?: string;
                /** @description Operators in brackets, e.g. product[ne]=… */
                product?: string;
                /** @description One or more of tcp, udp, sctp, ip. Operators in brackets, e.g. protocol[ne]=… */
                protocol?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. service[ne]=… */
                service?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description Operators in brackets, e.g. state[ne]=… */
                state?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listAssets: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. assetTag[ne]=… */
                assetTag?: string;
                /** @description Operators in brackets, e.g. contact[ne]=… */
                contact?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Operators in brackets, e.g. endOfLifeOn[ne]=… */
                endOfLifeOn?: string;
                /** @description Operators in brackets, e.g. externalId[ne]=… */
                externalId?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description Values of groups whose rows are left out; "" is the group without a value. */
                folded?: string;
                /** @description Rows stand in groups by one of type, status, manufacturer, model, site, contact; page.groups counts them. */
                group?: string;
                /** @description Operators in brackets, e.g. hostname[ne]=… */
                hostname?: string;
                /** @description Operators in brackets, e.g. ip[ne]=… */
                ip?: string;
                /** @description Operators in brackets, e.g. lastSeenAt[ne]=… */
                lastSeenAt?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Operators in brackets, e.g. mac[ne]=… */
                mac?: string;
                /** @description Operators in brackets, e.g. manufacturer[ne]=… */
                manufacturer?: string;
                /** @description Operators in brackets, e.g. model[ne]=… */
                model?: string;
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Operators in brackets, e.g. os[ne]=… */
                os?: string;
                /** @description Operators in brackets, e.g. parent[ne]=… */
                parent?: string;
                /** @description Operators in brackets, e.g. purchasedOn[ne]=… */
                purchasedOn?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. serial[ne]=… */
                serial?: string;
                /** @description Operators in brackets, e.g. site[ne]=… */
                site?: string;
                /** @description Comma separated, a minus sign turns a key round: name, type, status, serial, assetTag, hostname, os, purchasedOn, warrantyEndsOn, endOfLifeOn, createdAt, updatedAt, lastSeenAt, vanishedAt. */
                sort?: string;
                /** @description One or more of ordered, in_stock, ready, active, in_repair, lost, stolen, retired, disposed. Operators in brackets, e.g. status[ne]=… */
                status?: string;
                /** @description Operators in brackets, e.g. tags[ne]=… */
                tags?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Operators in brackets, e.g. type[ne]=… */
                type?: string;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Operators in brackets, e.g. vanishedAt[ne]=… */
                vanishedAt?: string;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
                /** @description Operators in brackets, e.g. warrantyEndsOn[ne]=… */
                warrantyEndsOn?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateAsset: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    moveAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetMove"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listAssetStatusChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetStatusChange"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    changeAssets: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetBulk"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetBulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveAssets: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreAssets: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportAssets: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. assetTag[ne]=… */
                assetTag?: string;
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description Operators in brackets, e.g. contact[ne]=… */
                contact?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description Operators in brackets, e.g. endOfLifeOn[ne]=… */
                endOfLifeOn?: string;
                /** @description Operators in brackets, e.g. externalId[ne]=… */
                externalId?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description Operators in brackets, e.g. hostname[ne]=… */
                hostname?: string;
                /** @description Operators in brackets, e.g. ip[ne]=… */
                ip?: string;
                /** @description Operators in brackets, e.g. lastSeenAt[ne]=… */
                lastSeenAt?: string;
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Operators in brackets, e.g. mac[ne]=… */
                mac?: string;
                /** @description Operators in brackets, e.g. manufacturer[ne]=… */
                manufacturer?: string;
                /** @description Operators in brackets, e.g. model[ne]=… */
                model?: string;
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Operators in brackets, e.g. os[ne]=… */
                os?: string;
                /** @description Operators in brackets, e.g. parent[ne]=… */
                parent?: string;
                /** @description Operators in brackets, e.g. purchasedOn[ne]=… */
                purchasedOn?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. serial[ne]=… */
                serial?: string;
                /** @description Operators in brackets, e.g. site[ne]=… */
                site?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description One or more of ordered, in_stock, ready, active, in_repair, lost, stolen, retired, disposed. Operators in brackets, e.g. status[ne]=… */
                status?: string;
                /** @description Operators in brackets, e.g. tags[ne]=… */
                tags?: string;
                /** @description Operators in brackets, e.g. type[ne]=… */
                type?: string;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Operators in brackets, e.g. vanishedAt[ne]=… */
                vanishedAt?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
                /** @description Operators in brackets, e.g. warrantyEndsOn[ne]=… */
                warrantyEndsOn?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    importAssets: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
                prefer: string;
                /** @description respond-async: answer 202 with a job that does it. */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetImport"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetImportResult"];
                };
            };
            /** @description A job does it; its result is an AssetImportResult. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getRefusedAssetRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    previewAssetImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /** Format: uuid */
                    organisationId: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetImportPreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    changeRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getSealState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SealState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listOfferedConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferedConnection"][];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    startConnectionSignIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionSignIn"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderAddress"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    lookUpConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionLookupRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionLookup"];
                };
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getLink: {
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
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkFacts"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    acceptLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkAcceptance"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getEmailChangeLink: {
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
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailChangeLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    confirmEmailChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    stopEmailChange: {
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
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getOwnConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getSignOutAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignOutAddress"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    stepUpAtProvider: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderStepUp"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderAddress"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    challengePasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    signInWithPasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignIn"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    requestReset: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetRequest"];
            };
        };
        responses: {
            /** @description Accepted; the work goes on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    secondFactorWays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorWays"];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getSamlMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/samlmetadata+xml": string;
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    stepUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUp"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    stepUpWays: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                class: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepUpWays"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    renewToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRenewal"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPair"];
                };
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    signInWithCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactor"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpEnrolment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpConfirmation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getBackupOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupOverview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    makeBackup: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the work goes on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupRequest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    addBackupRecipient: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackupRecipientCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupRecipient"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    removeBackupRecipient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listBreakGlassAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakGlassAccount"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    chooseBreakGlassAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BreakGlassChoice"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    dismissBreakGlassAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listContacts: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. billing[ne]=… */
                billing?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Operators in brackets, e.g. department[ne]=… */
                department?: string;
                /** @description Operators in brackets, e.g. email[ne]=… */
                email?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description Values of groups whose rows are left out; "" is the group without a value. */
                folded?: string;
                /** @description Rows stand in groups by one of site; page.groups counts them. */
                group?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Operators in brackets, e.g. person[ne]=… */
                person?: string;
                /** @description Operators in brackets, e.g. phone[ne]=… */
                phone?: string;
                /** @description Operators in brackets, e.g. primary[ne]=… */
                primary?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. site[ne]=… */
                site?: string;
                /** @description Comma separated, a minus sign turns a key round: name, sortName, title, department, email, createdAt, updatedAt. */
                sort?: string;
                /** @description Operators in brackets, e.g. sortName[ne]=… */
                sortName?: string;
                /** @description Operators in brackets, e.g. tags[ne]=… */
                tags?: string;
                /** @description Operators in brackets, e.g. technical[ne]=… */
                technical?: string;
                /** @description Operators in brackets, e.g. title[ne]=… */
                title?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateContact: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    attachContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactAttach"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listContactElsewhere: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveContacts: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreContacts: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportContacts: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. billing[ne]=… */
                billing?: string;
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description Operators in brackets, e.g. department[ne]=… */
                department?: string;
                /** @description Operators in brackets, e.g. email[ne]=… */
                email?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Operators in brackets, e.g. person[ne]=… */
                person?: string;
                /** @description Operators in brackets, e.g. phone[ne]=… */
                phone?: string;
                /** @description Operators in brackets, e.g. primary[ne]=… */
                primary?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. site[ne]=… */
                site?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description Operators in brackets, e.g. sortName[ne]=… */
                sortName?: string;
                /** @description Operators in brackets, e.g. tags[ne]=… */
                tags?: string;
                /** @description Operators in brackets, e.g. technical[ne]=… */
                technical?: string;
                /** @description Operators in brackets, e.g. title[ne]=… */
                title?: string;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listCredentials: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description One or more of breached, clean, unknown. Operators in brackets, e.g. breach[ne]=… */
                breach?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Operators in brackets, e.g. expiresOn[ne]=… */
                expiresOn?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description Operators in brackets, e.g. folderId[ne]=… */
                folderId?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Operators in brackets, e.g. linkedTo[ne]=… */
                linkedTo?: string;
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. secretChangedAt[ne]=… */
                secretChangedAt?: string;
                /** @description Comma separated, a minus sign turns a key round: name, type, expiresOn, strength, secretChangedAt, createdAt, updatedAt. */
                sort?: string;
                /** @description Operators in brackets, e.g. strength[ne]=… */
                strength?: string;
                /** @description Operators in brackets, e.g. tags[ne]=… */
                tags?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description One or more of website, server, network_device, windows_ad, database, email, ftp, ssh_key, vpn, wifi, api_key, software_license, credit_card, otp, other. Operators in brackets, e.g. type[ne]=… */
                type?: string;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createCredential: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getCredential: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateCredential: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveCredential: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    copyCredentialField: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                field: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CredentialReveal"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    revealCredentialField: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                field: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CredentialReveal"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreCredential: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    useCredentialCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CredentialReveal"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialCode"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listCredentialVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialVersion"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    revealCredentialVersionField: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                field: string;
                id: string;
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CredentialReveal"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreCredentialVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveCredentials: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreCredentials: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportCredentials: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description One or more of breached, clean, unknown. Operators in brackets, e.g. breach[ne]=… */
                breach?: string;
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description Operators in brackets, e.g. expiresOn[ne]=… */
                expiresOn?: string;
                /** @description Operators in brackets, e.g. folderId[ne]=… */
                folderId?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description Operators in brackets, e.g. linkedTo[ne]=… */
                linkedTo?: string;
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. secretChangedAt[ne]=… */
                secretChangedAt?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description Operators in brackets, e.g. strength[ne]=… */
                strength?: string;
                /** @description Operators in brackets, e.g. tags[ne]=… */
                tags?: string;
                /** @description One or more of website, server, network_device, windows_ad, database, email, ftp, ssh_key, vpn, wifi, api_key, software_license, credit_card, otp, other. Operators in brackets, e.g. type[ne]=… */
                type?: string;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listCustomFields: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. assetType[ne]=… */
                assetType?: string;
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description Operators in brackets, e.g. label[ne]=… */
                label?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Operators in brackets, e.g. position[ne]=… */
                position?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. slug[ne]=… */
                slug?: string;
                /** @description Comma separated, a minus sign turns a key round: position, label, slug. */
                sort?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description One or more of text, textarea, number, decimal, date, datetime, checkbox, dropdown, url, email, phone, ip_address, mac_address, relation. Operators in brackets, e.g. type[ne]=… */
                type?: string;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomFieldPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createCustomField: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomFieldCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getCustomField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateCustomField: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomFieldUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveCustomField: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreCustomField: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveCustomFields: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreCustomFields: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportCustomFields: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. assetType[ne]=… */
                assetType?: string;
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description Operators in brackets, e.g. label[ne]=… */
                label?: string;
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Operators in brackets, e.g. position[ne]=… */
                position?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. slug[ne]=… */
                slug?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description One or more of text, textarea, number, decimal, date, datetime, checkbox, dropdown, url, email, phone, ip_address, mac_address, relation. Operators in brackets, e.g. type[ne]=… */
                type?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listEventNeighbours: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    chartEvents: {
        parameters: {
            query?: {
                bucket?: "hour" | "day";
                from?: unknown;
                org?: unknown;
                to?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventChart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportEvents: {
        parameters: {
            query: {
                format: "csv" | "jsonl" | "proofs";
            };
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    verifyEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getHostSecurity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostSecurity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    requestInspection: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the work goes on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionRequest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    bringReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description What snyk test --json, npm audit --json, apt list --upgradable, apt-get -s dist-upgrade or dnf updateinfo list printed, at most 16 MiB.
                     */
                    file: string;
                    /** @description The machine or project, where the report does not name it. */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listIdentities: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. connection[ne]=… */
                connection?: string;
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Operators in brackets, e.g. displayName[ne]=… */
                displayName?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description Operators in brackets, e.g. lastSeenAt[ne]=… */
                lastSeenAt?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Words to look for. */
                q?: string;
                /** @description Comma separated, a minus sign turns a key round: displayName, lastSeenAt. */
                sort?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Operators in brackets, e.g. user[ne]=… */
                user?: string;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    linkIdentity: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityLink"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    unlinkIdentity: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportIdentities: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description Operators in brackets, e.g. connection[ne]=… */
                connection?: string;
                /** @description Operators in brackets, e.g. displayName[ne]=… */
                displayName?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description Operators in brackets, e.g. lastSeenAt[ne]=… */
                lastSeenAt?: string;
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Words to look for. */
                q?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description Operators in brackets, e.g. user[ne]=… */
                user?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listInspections: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Words to look for. */
                q?: string;
                /** @description Comma separated, a minus sign turns a key round: subject, takenAt. */
                sort?: string;
                /** @description One or more of apt, dnf, npm, snyk. Operators in brackets, e.g. source[ne]=… */
                source?: string;
                /** @description Operators in brackets, e.g. subject[ne]=… */
                subject?: string;
                /** @description Operators in brackets, e.g. takenAt[ne]=… */
                takenAt?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getInspection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportInspections: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Words to look for. */
                q?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description One or more of apt, dnf, npm, snyk. Operators in brackets, e.g. source[ne]=… */
                source?: string;
                /** @description Operators in brackets, e.g. subject[ne]=… */
                subject?: string;
                /** @description Operators in brackets, e.g. takenAt[ne]=… */
                takenAt?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description Only in this organisation (id or slug). */
                org?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenInvitation"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invitation"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: {
                /** @description Only in this organisation (id or slug). */
                org?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    sendInvitation: {
        parameters: {
            query?: {
                /** @description Only in this organisation (id or slug). */
                org?: string;
            };
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkHandover"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header: {
                prefer: string;
                /** @description wait=N: answer after N seconds at the latest, at most 30. */
                Prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    watchJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream of events; `data` is a Job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getKeyOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyOverview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listDataKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataKey"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listOrganisationDataKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataKey"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    printRecoveryKit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listDataKeyRotations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataKeyRotation"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    rotateDataKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DataKeyRotate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataKeyRotation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listShreddings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shredding"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    askForShredding: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShreddingRequest"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shredding"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    approveShredding: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shredding"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    withdrawShredding: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shredding"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limit"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getLimit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limit"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateLimit: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
                /** @description The ETag you read. Another version answers 412 and changes nothing. */
                "If-Match"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LimitUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limit"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listMails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listManufacturers: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Comma separated, a minus sign turns a key round: name, updatedAt. */
                sort?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManufacturerPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createManufacturer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManufacturerCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manufacturer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getManufacturer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manufacturer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateManufacturer: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManufacturerUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manufacturer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveManufacturer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manufacturer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreManufacturer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manufacturer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportManufacturers: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"] | components["schemas"]["KeyMe"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listOwnApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnApiKey"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    revokeOwnApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailChangeState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    askEmailChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailChangeRequest"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailChangeState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    cancelEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    watchMine: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of the last event that was read. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream of events; `data` is a Job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listFavourites: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mark"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    addFavourite: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkRecord"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    removeFavourite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listMyIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyIdentity"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    linkMyIdentity: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MyIdentityLink"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderAddress"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    unlinkMyIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listPasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyAddition"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    renamePasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag you read. Another version answers 412 and changes nothing. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    challengeOwnPasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    beginPasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    setPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Preferences"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listRecents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mark"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    addRecents: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecentRecords"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    clearRecents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    removeRecent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listMemberships: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. role[ne]=… */
                role?: string;
                /** @description Comma separated, a minus sign turns a key round: userName, validUntil, createdAt. */
                sort?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Operators in brackets, e.g. user[ne]=… */
                user?: string;
                /** @description Operators in brackets, e.g. userName[ne]=… */
                userName?: string;
                /** @description Operators in brackets, e.g. validUntil[ne]=… */
                validUntil?: string;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createMembership: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembershipCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateMembership: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembershipUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveMembership: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreMembership: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveMemberships: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreMemberships: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportMemberships: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. role[ne]=… */
                role?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description Operators in brackets, e.g. user[ne]=… */
                user?: string;
                /** @description Operators in brackets, e.g. userName[ne]=… */
                userName?: string;
                /** @description Operators in brackets, e.g. validUntil[ne]=… */
                validUntil?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listModels: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Operators in brackets, e.g. manufacturer[ne]=… */
                manufacturer?: string;
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Operators in brackets, e.g. partNumber[ne]=… */
                partNumber?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. slug[ne]=… */
                slug?: string;
                /** @description Comma separated, a minus sign turns a key round: name, partNumber, type, updatedAt. */
                sort?: string;
                /** @description One or more of catalogue, library, own. Operators in brackets, e.g. source[ne]=… */
                source?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Operators in brackets, e.g. type[ne]=… */
                type?: string;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createModel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateModel: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveModel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreModel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Model"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportModels: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Operators in brackets, e.g. manufacturer[ne]=… */
                manufacturer?: string;
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Operators in brackets, e.g. partNumber[ne]=… */
                partNumber?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. slug[ne]=… */
                slug?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description One or more of catalogue, library, own. Operators in brackets, e.g. source[ne]=… */
                source?: string;
                /** @description Operators in brackets, e.g. type[ne]=… */
                type?: string;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    importModels: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
                /** @description respond-async: answer 202 with a job that does it. */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @enum {string} */
                    dryRun?: "true" | "false";
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelImportReport"];
                };
            };
            /** @description A job does it; its result is a ModelImportReport. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header: {
                "if-none-match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listOrganisations: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. city[ne]=… */
                city?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. slug[ne]=… */
                slug?: string;
                /** @description Comma separated, a minus sign turns a key round: name, type, city, createdAt, updatedAt. */
                sort?: string;
                /** @description Operators in brackets, e.g. tags[ne]=… */
                tags?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description One or more of fully_managed, co_managed, break_fix, consulting, project_based, internal, prospect, other. Operators in brackets, e.g. type[ne]=… */
                type?: string;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateOrganisation: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    readOrganisationLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    putOrganisationLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    removeOrganisationLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveOrganisations: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreOrganisations: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listOrganisationDirectory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationSummary"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportOrganisations: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. city[ne]=… */
                city?: string;
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. slug[ne]=… */
                slug?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description Operators in brackets, e.g. tags[ne]=… */
                tags?: string;
                /** @description One or more of fully_managed, co_managed, break_fix, consulting, project_based, internal, prospect, other. Operators in brackets, e.g. type[ne]=… */
                type?: string;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listCountries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Country"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    uploadCountryDatabase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description A .mmdb file, at most 64 MiB.
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountryRules"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getCountryRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountryRules"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateCountryRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountryRulesUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountryRules"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    testAddress: {
        parameters: {
            query: {
                address: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressVerdict"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionText"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listPlatformEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listPlatformJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listRelations: {
        parameters: {
            query: {
                /** @description type:id, e.g. asset:0192… */
                record: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relation"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createRelation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelationCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    removeRelation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listRoles: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Comma separated, a minus sign turns a key round: name. */
                sort?: string;
                /** @description Operators in brackets, e.g. template[ne]=… */
                template?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RolePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateRole: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportRoles: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description Operators in brackets, e.g. template[ne]=… */
                template?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getOwnRotationList: {
        parameters: {
            query: {
                user: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeenSecret"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportOwnRotationList: {
        parameters: {
            query: {
                user: string;
            };
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    loadSampleData: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listScans: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. complete[ne]=… */
                complete?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description Operators in brackets, e.g. filename[ne]=… */
                filename?: string;
                /** @description Operators in brackets, e.g. hostsUp[ne]=… */
                hostsUp?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. sha256[ne]=… */
                sha256?: string;
                /** @description Comma separated, a minus sign turns a key round: filename, state, hostsUp, startedAt, createdAt. */
                sort?: string;
                /** @description Operators in brackets, e.g. startedAt[ne]=… */
                startedAt?: string;
                /** @description One or more of waiting, reconciled, discarded. Operators in brackets, e.g. state[ne]=… */
                state?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    uploadScan: {
        parameters: {
            query?: {
                /** @description Organisation id or slug. */
                org?: string;
            };
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
                /** @description respond-async: answer 202 with a job that does it. */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description nmap XML (-oX), at most 64 MiB.
                     */
                    file: string;
                    /**
                     * Format: uuid
                     * @description May be left out with ?org=.
                     */
                    organisationId?: string;
                };
            };
        };
        responses: {
            /** @description This file was uploaded before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanUpload"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanUpload"];
                };
            };
            /** @description A job reads it; its result names the scan. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getScan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    acceptScan: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
                prefer: string;
                /** @description respond-async: answer 202 with a job that does it. */
                Prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScanAccept"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanAccepted"];
                };
            };
            /** @description A job does it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveScan: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listScanProposals: {
        parameters: {
            query?: {
                /** @description page.next of the page before. */
                cursor?: string;
                /** @description new,update,conflict,unchanged,vanished */
                kind?: string;
                /** @description 1 to 4096, 4096 unless told. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanProposalPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreScan: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveScans: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreScans: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportScans: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description Operators in brackets, e.g. complete[ne]=… */
                complete?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description Operators in brackets, e.g. filename[ne]=… */
                filename?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description Operators in brackets, e.g. hostsUp[ne]=… */
                hostsUp?: string;
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. sha256[ne]=… */
                sha256?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description Operators in brackets, e.g. startedAt[ne]=… */
                startedAt?: string;
                /** @description One or more of waiting, reconciled, discarded. Operators in brackets, e.g. state[ne]=… */
                state?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listSchedules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    runSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the work goes on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getGraphqlSchema: {
        parameters: {
            query?: never;
            header: {
                "if-none-match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schema. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    search: {
        parameters: {
            query: {
                /** @description Organisation in view, id or slug; it comes first. */
                org?: unknown;
                /** @description Words; =address or serial; @person or client. */
                q: unknown;
                /** @description Comma separated, e.g. asset,contact. */
                types?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    chartSecurity: {
        parameters: {
            query?: {
                bucket?: "hour" | "day";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityChart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    selfGrant: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelfGrant"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getMailSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSettings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    setMailSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailSettingsUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSettings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    forgetMailSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSettings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    testMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailTest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTestResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getSignInRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInRules"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateSignInRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRulesUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInRules"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    runSetup: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Setup"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getSetupState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupState"];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    startSight: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SightStart"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    endSight: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listSignInConnections: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description One or more of oidc, saml, ldap. Operators in brackets, e.g. kind[ne]=… */
                kind?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Operators in brackets, e.g. position[ne]=… */
                position?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Comma separated, a minus sign turns a key round: name, position. */
                sort?: string;
                /** @description One or more of draft, enabled, disabled. Operators in brackets, e.g. state[ne]=… */
                state?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInConnectionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createSignInConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInConnectionCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getSignInConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateSignInConnection: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInConnectionUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveSignInConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    checkSignInConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionCheck"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listDirectorySyncs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectorySync"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    syncDirectory: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DirectorySyncRequest"];
            };
        };
        responses: {
            /** @description Accepted; the work goes on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectorySyncAsked"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getDirectorySync: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sync: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectorySync"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    disableSignInConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    enableSignInConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    enforceConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Enforcement"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    testDirectory: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LdapTest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listGroupMappings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMapping"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    addGroupMapping: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupMappingCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMapping"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    removeGroupMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                mapping: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreSignInConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    uploadSamlMetadata: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    entityId?: string;
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SamlMetadataImport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    fetchSamlMetadata: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SamlMetadataAddress"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SamlMetadataImport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    storeConnectionSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionSecret"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    startConnectionTest: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTestStart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getConnectionTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                test: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportSignInConnections: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description One or more of oidc, saml, ldap. Operators in brackets, e.g. kind[ne]=… */
                kind?: string;
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Operators in brackets, e.g. position[ne]=… */
                position?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description One or more of draft, enabled, disabled. Operators in brackets, e.g. state[ne]=… */
                state?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listSignInCounters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInCounter"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    clearSignInCounter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    signInPressure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInPressure"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listSites: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. city[ne]=… */
                city?: string;
                /** @description Operators in brackets, e.g. country[ne]=… */
                country?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description Values of groups whose rows are left out; "" is the group without a value. */
                folded?: string;
                /** @description Rows stand in groups by one of type, status; page.groups counts them. */
                group?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Comma separated, a minus sign turns a key round: name, type, status, city, createdAt, updatedAt. */
                sort?: string;
                /** @description One or more of active, inactive, planned, closed. Operators in brackets, e.g. status[ne]=… */
                status?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description One or more of office, warehouse, datacenter, retail, branch, manufacturing, coworking, remote, other. Operators in brackets, e.g. type[ne]=… */
                type?: string;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SitePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createSite: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateSite: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveSite: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreSite: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveSites: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreSites: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportSites: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. city[ne]=… */
                city?: string;
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description Operators in brackets, e.g. country[ne]=… */
                country?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description One or more of active, inactive, planned, closed. Operators in brackets, e.g. status[ne]=… */
                status?: string;
                /** @description One or more of office, warehouse, datacenter, retail, branch, manufacturing, coworking, remote, other. Operators in brackets, e.g. type[ne]=… */
                type?: string;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getUpdates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateOverview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    checkBundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpgradeReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    requestUpdate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateRequestCreate"];
            };
        };
        responses: {
            /** @description Accepted; the work goes on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateRequest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Operators in brackets, e.g. email[ne]=… */
                email?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Operators in brackets, e.g. platformAdmin[ne]=… */
                platformAdmin?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. requireMfa[ne]=… */
                requireMfa?: string;
                /** @description Comma separated, a minus sign turns a key round: name, email, state, createdAt, updatedAt. */
                sort?: string;
                /** @description One or more of invited, active, disabled. Operators in brackets, e.g. state[ne]=… */
                state?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    explainAccess: {
        parameters: {
            query?: {
                /** @description Only in this organisation (id or slug). */
                org?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessExplanation"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    previewOffboarding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offboarding"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    offboard: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offboarding"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    makeResetLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkHandover"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    resetMfa: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getRotationList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeenSecret"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportRotationList: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportUsers: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description Operators in brackets, e.g. email[ne]=… */
                email?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Operators in brackets, e.g. platformAdmin[ne]=… */
                platformAdmin?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. requireMfa[ne]=… */
                requireMfa?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description One or more of invited, active, disabled. Operators in brackets, e.g. state[ne]=… */
                state?: string;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listVaultFolders: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Operators in brackets, e.g. parentId[ne]=… */
                parentId?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Comma separated, a minus sign turns a key round: name, createdAt, updatedAt. */
                sort?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VaultFolderPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createVaultFolder: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VaultFolderCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VaultFolder"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getVaultFolder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VaultFolder"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateVaultFolder: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VaultFolderUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VaultFolder"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveVaultFolder: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VaultFolder"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreVaultFolder: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VaultFolder"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveVaultFolders: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreVaultFolders: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSelection"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportVaultFolders: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description Operators in brackets, e.g. createdAt[ne]=… */
                createdAt?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Organisation id or slug; all organisations you may see when left out. */
                org?: string;
                /** @description Operators in brackets, e.g. parentId[ne]=… */
                parentId?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getBreachWatch: {
        parameters: {
            query: {
                /** @description The organisation (id or slug). */
                org: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreachWatch"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    switchBreachWatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BreachWatchSwitch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreachWatch"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    generateSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VaultGenerate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeneratedSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getVaultHealth: {
        parameters: {
            query?: {
                org?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VaultHealth"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    judgePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VaultStrength"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordStrength"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listViews: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Operators in brackets, e.g. list[ne]=… */
                list?: string;
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Operators in brackets, e.g. organisation[ne]=… */
                organisation?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. shared[ne]=… */
                shared?: string;
                /** @description Comma separated, a minus sign turns a key round: name, list, updatedAt. */
                sort?: string;
                /** @description Operators in brackets, e.g. standard[ne]=… */
                standard?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createView: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewCreate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateView: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    archiveView: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    restoreView: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportViews: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description Operators in brackets, e.g. list[ne]=… */
                list?: string;
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Operators in brackets, e.g. name[ne]=… */
                name?: string;
                /** @description Operators in brackets, e.g. organisation[ne]=… */
                organisation?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description Operators in brackets, e.g. shared[ne]=… */
                shared?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description Operators in brackets, e.g. standard[ne]=… */
                standard?: string;
                /** @description Operators in brackets, e.g. updatedAt[ne]=… */
                updatedAt?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listWeaknesses: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description page.next or page.prev of another page. */
                cursor?: string;
                /** @description Only these properties of each row: id,name,site.name. */
                fields?: string;
                /** @description Operators in brackets, e.g. firstSeenAt[ne]=… */
                firstSeenAt?: string;
                /** @description One or more of update, vulnerability, licence. Operators in brackets, e.g. kind[ne]=… */
                kind?: string;
                /** @description Operators in brackets, e.g. lastSeenAt[ne]=… */
                lastSeenAt?: string;
                /** @description 1 to 200, 50 unless told. */
                limit?: number;
                /** @description Operators in brackets, e.g. package[ne]=… */
                package?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description One or more of critical, high, medium, low, unrated. Operators in brackets, e.g. severity[ne]=… */
                severity?: string;
                /** @description Operators in brackets, e.g. severityRank[ne]=… */
                severityRank?: string;
                /** @description Comma separated, a minus sign turns a key round: subject, severityRank, package, firstSeenAt, lastSeenAt. */
                sort?: string;
                /** @description One or more of apt, dnf, npm, snyk. Operators in brackets, e.g. source[ne]=… */
                source?: string;
                /** @description One or more of open, accepted, ignored, gone. Operators in brackets, e.g. state[ne]=… */
                state?: string;
                /** @description Operators in brackets, e.g. subject[ne]=… */
                subject?: string;
                /** @description Count the rows, up to 10,001. */
                total?: boolean;
                /** @description Id of a saved view of this list; what the address says itself wins. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeaknessPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getWeakness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Weakness"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    decideWeakness: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
                "if-match": string;
                /** @description The ETag you read. A weakness that became another one since answers 412 and stays undecided. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeaknessDecide"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Weakness"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    reopenWeakness: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Weakness"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    exportWeaknesses: {
        parameters: {
            query?: {
                archived?: "no" | "only" | "any";
                /** @description Columns in order, each with its header if it has another: name:Name,site:Site. */
                columns?: string;
                /** @description Operators in brackets, e.g. firstSeenAt[ne]=… */
                firstSeenAt?: string;
                /** @description csv unless told. */
                format?: "csv" | "xlsx" | "json";
                /** @description One or more of update, vulnerability, licence. Operators in brackets, e.g. kind[ne]=… */
                kind?: string;
                /** @description Operators in brackets, e.g. lastSeenAt[ne]=… */
                lastSeenAt?: string;
                /** @description CSV without formula guards. */
                lossless?: "true" | "false";
                /** @description Operators in brackets, e.g. package[ne]=… */
                package?: string;
                /** @description Words to look for. */
                q?: string;
                /** @description One or more of critical, high, medium, low, unrated. Operators in brackets, e.g. severity[ne]=… */
                severity?: string;
                /** @description Operators in brackets, e.g. severityRank[ne]=… */
                severityRank?: string;
                /** @description As in the list. */
                sort?: string;
                /** @description One or more of apt, dnf, npm, snyk. Operators in brackets, e.g. source[ne]=… */
                source?: string;
                /** @description One or more of open, accepted, ignored, gone. Operators in brackets, e.g. state[ne]=… */
                state?: string;
                /** @description Operators in brackets, e.g. subject[ne]=… */
                subject?: string;
                /** @description Id of a saved view of this list. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
}
