import { type DiscoveryService, type MetadataScanner, Reflector } from '@nestjs/core';
import { type Policy, POLICY } from './policy.ts';

export interface RoutePolicy {
  route: string;
  policy: Policy;
}

/** Every route handler with its policy. @throws at boot when one has none. */
export function routePolicies(
  discovery: DiscoveryService,
  scanner: MetadataScanner,
  reflector: Reflector,
): RoutePolicy[] {
  const routes: RoutePolicy[] = [];
  for (const { instance, metatype } of discovery.getControllers()) {
    if (!instance || !metatype) continue;
    const prototype: object = Object.getPrototypeOf(instance);
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler: unknown = Reflect.get(prototype, name);
      if (typeof handler !== 'function' || Reflect.getMetadata('path', handler) === undefined) continue;
      const policy = reflector.get<Policy | undefined>(POLICY, handler);
      if (!policy) throw new Error(`route without a policy: ${metatype.name}.${name}`);
      routes.push({ route: `${metatype.name}.${name}`, policy });
    }
  }
  return routes;
}
