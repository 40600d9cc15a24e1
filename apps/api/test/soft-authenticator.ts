import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What a page hands over from an authenticator; a test bends it. */
export interface Bends {
  origin?: string;
  host?: string;
  verified?: boolean;
  counter?: number;
  challenge?: string;
}

type Options = { challenge: string; rp?: { id: string }; rpId?: string; user?: { id: string } };

/** An authenticator without a device: ECDSA on P-256, a counter, and no scruples about what it signs. */
export class SoftAuthenticator {
  readonly id = randomBytes(32).toString('base64url');
  private readonly publicKey: KeyObject;
  private readonly privateKey: KeyObject;
  private userHandle = '';

  constructor(
    private readonly origin: string,
    private counter = 0,
  ) {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.publicKey = publicKey;
    this.privateKey = privateKey;
  }

  /** Answers a request for a new passkey. */
  make(options: object, bends: Bends = {}): Record<string, unknown> {
    const { challenge, rp, user } = options as Options;
    this.userHandle = user?.id ?? '';
    const data = this.data(bends.host ?? rp?.id ?? '', bends, true);
    const none = cborMap([
      ['fmt', cborText('none')],
      ['attStmt', Buffer.from([0xa0])],
      ['authData', cborBytes(data)],
    ]);
    return {
      ...{ id: this.id, transports: ['internal'], attestationObject: none.toString('base64url') },
      clientDataJSON: this.clientData('webauthn.create', challenge, bends).toString('base64url'),
    };
  }

  /** Answers a challenge. */
  answer(options: object, bends: Bends = {}): Record<string, string> {
    const { challenge, rpId } = options as Options;
    this.counter += this.counter > 0 ? 1 : 0;
    const data = this.data(bends.host ?? rpId ?? '', bends, false);
    const clientData = this.clientData('webauthn.get', challenge, bends);
    const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()]);
    return {
      id: this.id,
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.privateKey).toString('base64url'),
      userHandle: this.userHandle,
    };
  }

  private clientData(type: string, challenge: string, bends: Bends): Buffer {
    const given = { type, challenge: bends.challenge ?? challenge, origin: bends.origin ?? this.origin };
    return Buffer.from(JSON.stringify({ ...given, crossOrigin: false }));
  }

  private data(host: string, { verified = true, counter = this.counter }: Bends, attested: boolean): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested ? 0x40 : 0);
    const head = [createHash('sha256').update(host).digest(), Buffer.from([flags]), count];
    return Buffer.concat(attested ? [...head, this.credential()] : head);
  }

  private credential(): Buffer {
    const id = Buffer.from(this.id, 'base64url');
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' });
    // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
    const key = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      cborBytes(Buffer.from(x, 'base64url')),
      Buffer.from([0x22]),
      cborBytes(Buffer.from(y, 'base64url')),
    ]);
    return Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
  }
}

const cborBytes = (bytes: Buffer): Buffer => Buffer.concat([cborHead(2, bytes.length), bytes]);
const cborText = (text: string): Buffer => Buffer.concat([cborHead(3, text.length), Buffer.from(text)]);
const cborMap = (entries: readonly (readonly [string, Buffer])[]): Buffer =>
  Buffer.concat([cborHead(5, entries.length), ...entries.flatMap(([key, value]) => [cborText(key), value])]);

function cborHead(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 0xff]);
}
