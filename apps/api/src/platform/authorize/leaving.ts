import { ACCESS, type Access } from './authorize.decorator';

/** The same declaration, and the event the handler leaves: permissions.lock.json names it for every act. */
export function leaving(access: MethodDecorator, event: string): MethodDecorator {
  return (target, key, descriptor) => {
    access(target, key, descriptor);
    const handler = descriptor.value as object;
    const declared = Reflect.getMetadata(ACCESS, handler) as Access;
    Reflect.defineMetadata(ACCESS, { ...declared, event: declared.event ?? event }, handler);
  };
}
