import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { InjectSettings, publicAddress, type Settings } from '../../../../platform/config';
import { NotFound } from '../../../../platform/errors';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { FORM_COOKIE, readAttemptCookie } from '../../entering/attempt-cookie';
import { OfferedConnections } from '../../entering/offered-connections';
import { SignInAttempts, type StartedAttempt } from '../../entering/sign-in-attempts';
import { SamlExchange } from './saml-exchange';

const SUBMIT = 'document.forms[0].submit();';
const SUBMIT_HASH = createHash('sha256').update(SUBMIT).digest('base64');

/** Sends a browser to a SAML provider: by link, or by a form on a page of ours where the provider takes nothing else. */
@Injectable()
export class SamlDeparture {
  constructor(
    private readonly exchange: SamlExchange,
    private readonly offered: OfferedConnections,
    private readonly attempts: SignInAttempts,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  async address(connection: SignInConnectionEntity, attempt: StartedAttempt, afresh: boolean): Promise<string> {
    const going = await this.exchange.ask(connection, attempt, afresh);
    if (going.binding === 'redirect') return going.url;
    const path = `/api/v1/auth/sso/${connection.id}/saml/leave${afresh ? '?afresh=yes' : ''}`;
    return publicAddress(this.settings, path);
  }

  /** The page with the form. The cookie is all it needs: state and request are derived from it. */
  async page(id: string, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const secret = readAttemptCookie(request, FORM_COOKIE);
    const connection = await this.offered.find(id);
    if (connection?.kind !== 'saml' || !secret) throw new NotFound('connection');
    const afresh = (request.query as { afresh?: string }).afresh === 'yes';
    const going = await this.exchange.ask(connection, this.attempts.valuesOf(secret), afresh);
    if (going.binding === 'redirect') throw new NotFound('connection');
    void reply.headers(pageHeaders(going.url));
    return formPage(going.url, going.fields);
  }
}

/** The provider may pass the form on to another of its hosts, which a browser checks against the same rule. */
const pageHeaders = (url: string): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; script-src 'sha256-${SUBMIT_HASH}'; form-action https: ${new URL(url).origin}; base-uri 'none'; frame-ancestors 'none'`,
});

function formPage(url: string, fields: Record<string, string>): string {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`,
  );
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>ClientSt0r</title></head><body>' +
    `<form method="post" action="${escaped(url)}">${inputs.join('')}<button>Continue to sign in</button></form>` +
    `<script>${SUBMIT}</script></body></html>`
  );
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
