import type { ScenarioId } from './table.ts';

/** What the code, the name or the class of a caught error says, by library. The values are those of their documentation. */
const LIBRARIES: readonly Readonly<Record<string, ScenarioId>>[] = [
  // Prisma: https://www.prisma.io/docs/orm/reference/error-reference
  { P2002: 'duplicate', P2025: 'missing-resource', P2001: 'missing-resource', P2000: 'invalid-input' },
  // PostgreSQL, appendix A
  { '23505': 'duplicate', '22P02': 'invalid-input', '23502': 'invalid-input' },
  // MySQL and SQLite
  { ER_DUP_ENTRY: 'duplicate', SQLITE_CONSTRAINT: 'duplicate', SQLITE_CONSTRAINT_UNIQUE: 'duplicate' },
  // MongoDB and Mongoose
  { '11000': 'duplicate', '11001': 'duplicate', ValidationError: 'invalid-input', CastError: 'invalid-input' },
  { DocumentNotFoundError: 'missing-resource' },
  // Sequelize and TypeORM
  {
    SequelizeUniqueConstraintError: 'duplicate',
    UniqueConstraintError: 'duplicate',
    SequelizeValidationError: 'invalid-input',
    EntityNotFoundError: 'missing-resource',
    EntityNotFound: 'missing-resource',
  },
  // Zod, Joi, Yup and kin
  { ZodError: 'invalid-input', 'z.ZodError': 'invalid-input', 'Joi.ValidationError': 'invalid-input' },
  // jsonwebtoken, jose and express-jwt
  {
    TokenExpiredError: 'not-authenticated',
    JsonWebTokenError: 'not-authenticated',
    NotBeforeError: 'not-authenticated',
    UnauthorizedError: 'not-authenticated',
    'jwt.TokenExpiredError': 'not-authenticated',
    'jwt.JsonWebTokenError': 'not-authenticated',
  },
  // multer and body-parser
  { LIMIT_FILE_SIZE: 'too-large', 'entity.too.large': 'too-large', 'entity.parse.failed': 'invalid-input' },
  // Node and fetch
  { ETIMEDOUT: 'upstream-timeout', ECONNABORTED: 'upstream-timeout', AbortError: 'upstream-timeout' },
  { ECONNREFUSED: 'upstream-failed', ENOTFOUND: 'upstream-failed', ECONNRESET: 'upstream-failed' },
];

/** The scenario that a caught error's code, name or class stands for. Quotes around it do not matter. */
export function findScenarioOfError(name: string): ScenarioId | undefined {
  const plain = name.replace(/^["']|["']$/g, '');
  for (const library of LIBRARIES) if (Object.hasOwn(library, plain)) return library[plain];
  return undefined;
}
