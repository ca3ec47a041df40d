import { type DynamicModule, Module } from '@nestjs/common';
import { DIRECTORY_ENTITIES, DirectoryModule } from '#directory';
import { Drafts, INTAKE_ENTITIES } from '#intake';
import { PATIENTS_ENTITIES, PatientsModule } from '#patients';
import { type Config, PlatformModule } from '#platform';

/** Whatever holds something sealed under a tenant's own key. */
@Module({})
export class KeysModule {
  static forRoot(config: Config): DynamicModule {
    const entities = [...DIRECTORY_ENTITIES, ...PATIENTS_ENTITIES, ...INTAKE_ENTITIES];
    return {
      module: KeysModule,
      imports: [PlatformModule.forRoot({ config, entities }), DirectoryModule, PatientsModule],
      providers: [Drafts],
    };
  }
}
