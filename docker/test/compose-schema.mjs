import { z } from 'zod';

const seconds = z.string().regex(/^\d+s$/);
const healthcheck = z.union([
  z.strictObject({ disable: z.literal(true) }),
  z.strictObject({
    test: z.array(z.string()).min(2),
    interval: seconds,
    timeout: seconds,
    start_period: seconds.optional(),
    retries: z.number().int().min(1),
  }),
]);
const conditions = z.enum(['service_started', 'service_healthy', 'service_completed_successfully']);

/** The part of the compose specification that we use; whatever it does not name is a mistake or a decision to write down here. */
const service = z.strictObject({
  image: z.string().optional(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string(), target: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), z.string()).optional(),
  secrets: z.array(z.string()).optional(),
  configs: z.array(z.strictObject({ source: z.string(), target: z.string().startsWith('/') })).optional(),
  volumes: z.array(z.string().regex(/^[^:]+(?:\$\{[^}]*\})?[^:]*:\/[^:]*(?::ro)?$|^\$\{/)).optional(),
  networks: z.array(z.string()).min(1).optional(),
  network_mode: z.literal('none').optional(),
  ports: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: conditions })).optional(),
  healthcheck: healthcheck.optional(),
  profiles: z.array(z.string()).optional(),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string().startsWith('/')).optional(),
  user: z
    .string()
    .regex(/^\d+:\d+$/)
    .optional(),
  cap_drop: z.array(z.string()).optional(),
  cap_add: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  restart: z.enum(['no', 'unless-stopped']).optional(),
  stop_grace_period: seconds.optional(),
  deploy: z.strictObject({ replicas: z.number().int().min(1).max(8) }).optional(),
});

const fromFile = z.record(z.string(), z.strictObject({ file: z.string() }));
const network = z.strictObject({
  internal: z.boolean().optional(),
  ipam: z.strictObject({ config: z.array(z.strictObject({ subnet: z.string() })) }).optional(),
});

/** A compose file of ours. */
export const composeFile = z
  .object({
    name: z.string().optional(),
    services: z.record(z.string().regex(/^[a-z]+$/), service),
    secrets: fromFile.optional(),
    configs: fromFile.optional(),
    networks: z.record(z.string(), network).optional(),
    volumes: z.record(z.string(), z.strictObject({})).optional(),
  })
  .catchall(z.unknown())
  .superRefine((file, context) => {
    const known = ['name', 'services', 'secrets', 'configs', 'networks', 'volumes'];
    for (const key of Object.keys(file).filter((one) => !known.includes(one) && !one.startsWith('x-')))
      context.addIssue({ code: 'custom', message: `"${key}" does not belong at the top of a compose file.` });
  });
