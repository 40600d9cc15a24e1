import { generatePassword } from '@st0r/crypto/browser';
import { createTotpSeed, otpauthUri, totpSettings } from '@st0r/crypto';
import type { SampleAsset, SampleClient, SampleCredential } from './sample-client';
import type { Door } from './door';

interface Row {
  id: string;
  name: string;
}
interface Scan {
  id: string;
  filename: string;
  state: string;
}
interface Listed {
  data: Row[];
}

/** Loads one sample client through the public door, or what is missing of it. */
export class ClientLoader {
  private readonly folders = new Map<string, string>();
  private readonly reused = randomPassword(14);

  constructor(
    private readonly door: Door,
    private readonly organisationId: string,
  ) {}

  async load(
    client: SampleClient,
    scans: readonly { name: string; content: string; accept: boolean }[],
  ): Promise<void> {
    const { organisationId } = this;
    const sites = await this.rows<Row>('sites');
    for (const site of client.sites)
      if (!sites.some(({ name }) => name === site.name))
        sites.push(await this.door.post<Row>('/sites', { organisationId, status: 'active', ...site }));
    const { id: siteId } = sites.find(({ name }) => name === client.sites[0]?.name)!;
    const contacts = await this.rows<{ email: string }>('contacts');
    for (const { phone, ...contact } of client.contacts)
      if (!contacts.some(({ email }) => email === contact.email))
        await this.door.post('/contacts', {
          organisationId,
          siteId,
          phones: [{ kind: 'work', number: phone }],
          ...contact,
        });
    for (const scan of scans) await this.scan(scan);
    const assets = await this.rows<Row>('assets');
    for (const asset of client.assets)
      if (!assets.some(({ name }) => name === asset.name)) await this.asset(asset, siteId);
    for (const { id, name } of await this.rows<Row>('vault-folders')) this.folders.set(name, id);
    const credentials = await this.rows<Row>('credentials');
    for (const credential of client.credentials)
      if (!credentials.some(({ name }) => name === credential.name)) await this.credential(credential);
  }

  /** What a load that was ended in the middle left here: it is not made twice. */
  private rows<T>(path: string): Promise<T[]> {
    return this.door.rows<T>(`/${path}?org=${this.organisationId}&limit=200`);
  }

  private async scan({ name, content, accept }: { name: string; content: string; accept: boolean }): Promise<void> {
    const known = (await this.rows<Scan>('scans')).find((one) => one.filename === name);
    if (known && (known.state !== 'waiting' || !accept)) return;
    const scan =
      known ?? (await this.door.upload<Scan>('/scans', { name, content }, { organisationId: this.organisationId }));
    if (accept) await this.door.post(`/scans/${scan.id}/accept`, { all: true });
  }

  private async asset({ model, mac, ip, ...asset }: SampleAsset, siteId: string): Promise<void> {
    const found = await this.door.get<Listed>(`/models?q=${encodeURIComponent(model)}&limit=1`);
    const interfaces = mac ? [{ name: 'eth0', mac, ips: ip ? [ip] : [], primary: true }] : [];
    await this.door.post('/assets', {
      organisationId: this.organisationId,
      status: 'active',
      siteId,
      modelId: found.data[0]?.id,
      interfaces,
      ...asset,
    });
  }

  private async credential({
    name,
    type,
    folder,
    username,
    url,
    secret,
    ageDays,
    totp,
    links,
    expiresOn,
  }: SampleCredential): Promise<void> {
    const password = { strong: randomPassword(24), weak: 'Summer2024', reused: this.reused }[secret];
    const fields: Record<string, string> = type === 'wifi' ? { ssid: username, password } : { username, password };
    if (url) fields['url'] = url;
    if (totp)
      fields['totpSeed'] = otpauthUri({ issuer: name, account: username, totp: totpSettings(createTotpSeed()) });
    const linked = links
      ? await this.door.get<Listed>(`/assets?org=${this.organisationId}&q=${encodeURIComponent(links)}&limit=1`)
      : null;
    const target = linked?.data[0];
    await this.door.post('/credentials', {
      organisationId: this.organisationId,
      name,
      type,
      folderId: await this.folder(folder),
      fields,
      ...(target ? { links: [{ type: 'asset', id: target.id }] } : {}),
      ...(expiresOn ? { expiresOn } : {}),
      ...(ageDays ? { passwordChangedOn: daysAgo(ageDays) } : {}),
    });
  }

  private async folder(name: string): Promise<string> {
    const known = this.folders.get(name);
    if (known) return known;
    const { id } = await this.door.post<Row>('/vault-folders', { organisationId: this.organisationId, name });
    this.folders.set(name, id);
    return id;
  }
}

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const randomPassword = (length: number): string =>
  generatePassword({ length, classes: ['lower', 'upper', 'digits'] }).value;
