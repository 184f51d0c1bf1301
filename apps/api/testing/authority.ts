// The authority of the tests; its answers are spoilt on the way where a test says so.
import { type CryptoKey, SignJWT, exportJWK, generateKeyPair } from 'jose';
import { type Server, createServer } from 'node:http';
import type { Configuration, Provider } from 'oidc-provider';

/** How the authority's answer is spoilt. */
export type Spoil = (claims: Record<string, unknown>) => Record<string, unknown>;

/** A real `oidc-provider` of its own, where whoever a test names signs in at once. */
export class Authority {
  issuer = '';
  /** Who signs in there next. */
  subject = 'tjänste-id-1';
  extra: Record<string, unknown> = {};
  spoil: Spoil | undefined;
  foreignKey = false;
  private server: Server | undefined;
  private callback: ReturnType<Provider['callback']> | undefined;
  private keys: { signing: CryptoKey; stranger: CryptoKey } | undefined;

  constructor(
    readonly id: string,
    private readonly home: string,
    private readonly publicKey: object,
  ) {}

  async listen(): Promise<void> {
    this.server = createServer((request, response) => {
      const { callback } = this;
      if (request.url === '/token' && (this.spoil || this.foreignKey))
        void this.spoiltAnswer(request, response, callback);
      else void callback?.(request, response);
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    this.issuer = `http://127.0.0.1:${(this.server.address() as { port: number }).port}`;
    const signing = await generateKeyPair('RS256', { extractable: true });
    this.keys = { signing: signing.privateKey, stranger: (await generateKeyPair('RS256')).privateKey };
    const { default: ProviderClass } = await import('oidc-provider');
    const settings: Configuration = {
      clients: [
        {
          client_id: 'samverkan',
          redirect_uris: [`${this.home}/api/oidc/${this.id}/callback`],
          response_types: ['code'],
          grant_types: ['authorization_code'],
          token_endpoint_auth_method: 'private_key_jwt',
          token_endpoint_auth_signing_alg: 'ES256',
          jwks: { keys: [this.publicKey] },
        },
      ],
      jwks: { keys: [{ ...(await exportJWK(signing.privateKey)), kid: 'authority', alg: 'RS256', use: 'sig' }] },
      claims: { openid: ['sub', 'acr', 'name', 'personal_identity_number'] },
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context, interaction) => `/enter/${interaction.uid}` },
      findAccount: (_context, id) => ({ accountId: id, claims: () => ofTheirs({ sub: id, ...this.extra }) }),
      cookies: { keys: ['a key of the trial'] },
    };
    const provider = new ProviderClass(this.issuer, ofTheirs(settings));
    provider.use(async (context, next) => {
      if (!context.path.startsWith('/enter/')) return next();
      const { params } = await provider.interactionDetails(context.req, context.res);
      const grant = new provider.Grant(ofTheirs({ accountId: this.subject, clientId: String(params['client_id']) }));
      grant.addOIDCScope('openid profile');
      await provider.interactionFinished(
        context.req,
        context.res,
        ofTheirs({ login: { accountId: this.subject }, consent: { grantId: await grant.save() } }),
        { mergeWithLastSubmission: false },
      );
      context.respond = false;
    });
    this.callback = provider.callback();
  }

  close(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  /** Asks the real token endpoint and signs its ID token anew with what the test changes in it. */
  private async spoiltAnswer(
    request: Parameters<ReturnType<Provider['callback']>>[0],
    response: Parameters<ReturnType<Provider['callback']>>[1],
    callback: ReturnType<Provider['callback']> | undefined,
  ): Promise<void> {
    const end = response.end.bind(response);
    const keys = this.keys;
    response.end = ((chunk: Buffer | string) => {
      const body = JSON.parse(String(chunk)) as { id_token?: string };
      const [, payload = ''] = body.id_token?.split('.') ?? [];
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
      const signer = this.foreignKey ? keys?.stranger : keys?.signing;
      if (!signer) return end();
      void new SignJWT(this.spoil?.(claims) ?? claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'authority' })
        .sign(signer)
        .then((id_token) => {
          const text = JSON.stringify({ ...body, id_token });
          response.setHeader('content-length', Buffer.byteLength(text));
          end(text);
        });
      return response;
    }) as typeof response.end;
    await callback?.(request, response);
  }
}

/** The same in objects and lists of the packages' own realm: the provider takes no other object for a plain one. */
function ofTheirs<T>(value: T): T {
  if (Array.isArray(value)) return Array.from(value, ofTheirs) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, ofTheirs(one)])) as T;
}
