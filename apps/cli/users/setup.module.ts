import { type DynamicModule, Module } from '@nestjs/common';
import { ACCOUNTS_ENTITIES, AccountsModule } from '#accounts';
import { DIRECTORY_ENTITIES, DirectoryModule } from '#directory';
import { type Config, PlatformModule } from '#platform';

/** The directory and the accounts, for a command at the terminal. */
@Module({})
export class SetupModule {
  static forRoot(config: Config): DynamicModule {
    const entities = [...DIRECTORY_ENTITIES, ...ACCOUNTS_ENTITIES];
    return {
      module: SetupModule,
      imports: [PlatformModule.forRoot({ config, entities }), DirectoryModule, AccountsModule],
    };
  }
}
