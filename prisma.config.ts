import { defineConfig } from 'prisma/config';

// generate, validate and format ask for a schema engine binary that they never run; any existing file will do.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma' });
