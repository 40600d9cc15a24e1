import { ACCESS, type Access, type Permission } from '../authorize';

const known = new WeakMap<MethodDecorator, { access: Access | undefined }>();

/** What a declaration such as `Authorize('asset.read')` demands. */
export function accessOf(declaration: MethodDecorator | undefined): Access | undefined {
  if (!declaration) return undefined;
  const found = known.get(declaration) ?? { access: read(declaration) };
  known.set(declaration, found);
  return found.access;
}

/** The permission behind a declaration, when it is one. */
export function permissionOf(declaration: MethodDecorator | undefined): Permission | undefined {
  const access = accessOf(declaration);
  return access?.kind === 'permission' ? access.permission : undefined;
}

function read(declaration: MethodDecorator): Access | undefined {
  const probe = { handler: () => undefined };
  declaration(probe, 'handler', { value: probe.handler });
  return Reflect.getMetadata(ACCESS, probe.handler) as Access | undefined;
}
