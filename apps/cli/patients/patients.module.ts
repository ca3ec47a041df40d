import { type DynamicModule, Module } from '@nestjs/common';
import { DIRECTORY_ENTITIES, DirectoryModule } from '#directory';
import { PATIENTS_ENTITIES, PatientsModule } from '#patients';
import { type Config, PlatformModule } from '#platform';

/** The patients, for a command at the terminal. */
@Module({})
export class PatientsCommandModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: PatientsCommandModule,
      imports: [
        PlatformModule.forRoot({ config, entities: [...DIRECTORY_ENTITIES, ...PATIENTS_ENTITIES] }),
        DirectoryModule,
        PatientsModule,
      ],
    };
  }
}
