import { type DynamicModule, Module } from '@nestjs/common';
import { ACCOUNTS_ENTITIES, AccountsModule } from '#accounts';
import { DIRECTORY_ENTITIES, DirectoryModule } from '#directory';
import { type Config, PlatformModule } from '#platform';

/** Directory and accounts, without api nor worker. */
@Module({})
export class UsersModule {
  static forRoot(config: Config): DynamicModule {
    const platform = PlatformModule.forRoot({ config, entities: [...DIRECTORY_ENTITIES, ...ACCOUNTS_ENTITIES] });
    return { module: UsersModule, imports: [platform, DirectoryModule, AccountsModule] };
  }
}
