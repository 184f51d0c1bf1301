import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration, type OidcProvider, log, notFound } from '@samverkan/shared/api';
import { importJWK } from 'jose';
import * as client from 'openid-client';

const timeoutSeconds = 5;

/** The authorities people can sign in through. Each one's metadata is read when it is first needed, and again after a failure. */
@Injectable()
export class OidcProviders {
  private readonly ready = new Map<string, Promise<client.Configuration>>();

  constructor(@Inject(CONFIGURATION) private readonly settings: Configuration) {}

  offered(): { id: string; name: string }[] {
    return this.settings.oidcProviders.map(({ id, name }) => ({ id, name }));
  }

  /** The authority of an issuer, also one that is offered no longer. */
  named(issuer: string): { id: string; name: string } {
    const known = this.settings.oidcProviders.find((provider) => provider.issuer === issuer);
    return known ? { id: known.id, name: known.name } : { id: issuer, name: new URL(issuer).hostname };
  }

  /** 404 when there is none with that id. */
  one(id: string): OidcProvider {
    const provider = this.settings.oidcProviders.find((one) => one.id === id);
    if (!provider) throw notFound();
    return provider;
  }

  configurationOf(provider: OidcProvider): Promise<client.Configuration> {
    const known = this.ready.get(provider.id);
    if (known) return known;
    const found = this.discover(provider);
    this.ready.set(provider.id, found);
    found.catch((error: unknown) => {
      this.ready.delete(provider.id);
      log.warn(
        { provider: provider.id, fault: error instanceof Error ? error.name : 'unknown' },
        'an authority did not answer',
      );
    });
    return found;
  }

  private async discover(provider: OidcProvider): Promise<client.Configuration> {
    const { alg, kid } = provider.privateKey;
    const key = await importJWK(provider.privateKey, alg);
    if (key instanceof Uint8Array) throw new Error('The private key of an authority is no private key.');
    // Only a trial's authority is not https: the configuration refuses it in production.
    const isPlain = provider.issuer.startsWith('http://');
    const found = await client.discovery(
      new URL(provider.issuer),
      provider.clientId,
      { token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: alg },
      client.PrivateKeyJwt({ key, kid }),
      { timeout: timeoutSeconds, execute: isPlain ? [client.allowInsecureRequests] : [] },
    );
    // The signature is checked too, and not left to the connection.
    client.enableNonRepudiationChecks(found);
    return found;
  }
}
