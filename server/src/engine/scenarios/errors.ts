import type { ScenarioId } from './table.ts';

/** What a library's errors say by their code, their name or their class. The values are those of its documentation. */
export interface ErrorTable {
  readonly library: string;
  readonly documentation: string;
  readonly kinds: Readonly<Record<string, ScenarioId>>;
}

/** One table for each library. */
export const errorTables: readonly ErrorTable[] = [
  {
    library: 'Prisma',
    documentation: 'https://www.prisma.io/docs/orm/reference/error-reference',
    kinds: {
      P2000: 'invalid-input',
      P2001: 'missing-resource',
      P2002: 'duplicate',
      P2005: 'invalid-input',
      P2006: 'invalid-input',
      P2007: 'invalid-input',
      P2015: 'missing-resource',
      P2018: 'missing-resource',
      P2025: 'missing-resource',
      PrismaClientValidationError: 'invalid-input',
      P1001: 'unexpected-failure',
      P1002: 'unexpected-failure',
    },
  },
  {
    library: 'PostgreSQL (pg)',
    documentation: 'https://www.postgresql.org/docs/current/errcodes-appendix.html',
    kinds: {
      '23505': 'duplicate',
      unique_violation: 'duplicate',
      '23502': 'invalid-input',
      '23514': 'invalid-input',
      '22P02': 'invalid-input',
      '22001': 'invalid-input',
      '22003': 'invalid-input',
      '57P03': 'unexpected-failure',
    },
  },
  {
    library: 'MySQL, MariaDB and SQLite',
    documentation: 'https://dev.mysql.com/doc/mysql-errors/8.0/en/server-error-reference.html',
    kinds: {
      ER_DUP_ENTRY: 'duplicate',
      '1062': 'duplicate',
      ER_DATA_TOO_LONG: 'invalid-input',
      ER_BAD_NULL_ERROR: 'invalid-input',
      SQLITE_CONSTRAINT: 'duplicate',
      SQLITE_CONSTRAINT_UNIQUE: 'duplicate',
      SQLITE_CONSTRAINT_PRIMARYKEY: 'duplicate',
    },
  },
  {
    library: 'MongoDB and Mongoose',
    documentation: 'https://mongoosejs.com/docs/api/error.html',
    kinds: {
      '11000': 'duplicate',
      '11001': 'duplicate',
      ValidationError: 'invalid-input',
      ValidatorError: 'invalid-input',
      CastError: 'invalid-input',
      ObjectId: 'invalid-input',
      BSONError: 'invalid-input',
      BSONTypeError: 'invalid-input',
      DocumentNotFoundError: 'missing-resource',
      VersionError: 'state-conflict',
      MongoNetworkError: 'unexpected-failure',
    },
  },
  {
    library: 'Sequelize',
    documentation: 'https://sequelize.org/api/v6/identifiers.html#errors',
    kinds: {
      SequelizeUniqueConstraintError: 'duplicate',
      UniqueConstraintError: 'duplicate',
      SequelizeValidationError: 'invalid-input',
      SequelizeConnectionError: 'unexpected-failure',
      EmptyResultError: 'missing-resource',
      SequelizeEmptyResultError: 'missing-resource',
      OptimisticLockError: 'state-conflict',
      SequelizeOptimisticLockError: 'state-conflict',
    },
  },
  {
    library: 'TypeORM and MikroORM',
    documentation: 'https://github.com/typeorm/typeorm/tree/master/src/error',
    kinds: {
      EntityNotFoundError: 'missing-resource',
      EntityNotFound: 'missing-resource',
      UniqueConstraintViolationException: 'duplicate',
      OptimisticLockVersionMismatchError: 'state-conflict',
      CannotConnectAlreadyConnectedError: 'unexpected-failure',
    },
  },
  {
    library: 'Zod and Valibot',
    documentation: 'https://zod.dev/error-customization',
    kinds: { ZodError: 'invalid-input', $ZodError: 'invalid-input', ValiError: 'invalid-input' },
  },
  {
    library: 'Joi, Yup and Ajv',
    documentation: 'https://joi.dev/api/',
    kinds: { isJoi: 'invalid-input', CelebrateError: 'invalid-input', FST_ERR_VALIDATION: 'invalid-input' },
  },
  {
    library: 'jsonwebtoken and express-jwt',
    documentation: 'https://github.com/auth0/node-jsonwebtoken#errors--codes',
    kinds: {
      TokenExpiredError: 'not-authenticated',
      JsonWebTokenError: 'not-authenticated',
      NotBeforeError: 'not-authenticated',
      UnauthorizedError: 'not-authenticated',
    },
  },
  {
    library: 'jose',
    documentation: 'https://github.com/panva/jose/blob/main/docs/util/errors/README.md',
    kinds: {
      JWTExpired: 'not-authenticated',
      JWTInvalid: 'not-authenticated',
      JWTClaimValidationFailed: 'not-authenticated',
      JWSSignatureVerificationFailed: 'not-authenticated',
      ERR_JWT_EXPIRED: 'not-authenticated',
      ERR_JWT_INVALID: 'not-authenticated',
      ERR_JWT_CLAIM_VALIDATION_FAILED: 'not-authenticated',
      ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'not-authenticated',
    },
  },
  {
    library: 'multer and body-parser',
    documentation: 'https://github.com/expressjs/body-parser#errors',
    kinds: {
      LIMIT_FILE_SIZE: 'too-large',
      LIMIT_FILE_COUNT: 'invalid-input',
      LIMIT_UNEXPECTED_FILE: 'invalid-input',
      LIMIT_FIELD_COUNT: 'invalid-input',
      'entity.too.large': 'too-large',
      'entity.parse.failed': 'invalid-input',
      'encoding.unsupported': 'wrong-media-type',
    },
  },
  {
    library: 'axios, undici and fetch',
    documentation: 'https://github.com/axios/axios#handling-errors',
    kinds: {
      ECONNABORTED: 'upstream-timeout',
      AbortError: 'upstream-timeout',
      TimeoutError: 'upstream-timeout',
      UND_ERR_CONNECT_TIMEOUT: 'upstream-timeout',
      UND_ERR_HEADERS_TIMEOUT: 'upstream-timeout',
      UND_ERR_BODY_TIMEOUT: 'upstream-timeout',
      UND_ERR_SOCKET: 'upstream-failed',
      ERR_BAD_RESPONSE: 'upstream-failed',
    },
  },
  {
    library: 'Node',
    documentation: 'https://nodejs.org/api/errors.html#common-system-errors',
    kinds: {
      ETIMEDOUT: 'upstream-timeout',
      ESOCKETTIMEDOUT: 'upstream-timeout',
      ECONNREFUSED: 'upstream-failed',
      ENOTFOUND: 'upstream-failed',
      ECONNRESET: 'upstream-failed',
      EHOSTUNREACH: 'upstream-failed',
      EAI_AGAIN: 'upstream-failed',
      ERR_INVALID_URL: 'invalid-input',
    },
  },
];

/** Class names that stand for a fault of input wherever a program checks values with one of these. */
const VALIDATION_CLASSES = /^(?:Zod|Joi|Yup|Schema|Request|Input|Class)?Validation(?:Error|Exception|Failed)$/;

/** The scenario that a caught error's code, name or class stands for. Quotes and name spaces do not matter. */
export function findScenarioOfError(name: string): ScenarioId | undefined {
  const plain = name.replace(/^["']|["']$/g, '');
  const last = /^[\w$.]+\.([A-Z]\w+)$/.exec(plain)?.[1];
  for (const { kinds } of errorTables) {
    if (Object.hasOwn(kinds, plain)) return kinds[plain];
    if (last !== undefined && Object.hasOwn(kinds, last)) return kinds[last];
  }
  return VALIDATION_CLASSES.test(last ?? plain) ? 'invalid-input' : undefined;
}

/** What the message of an error says, where code asks for a part of it. */
const MESSAGES: readonly (readonly [RegExp, ScenarioId])[] = [
  [/duplicate key|E11000|unique constraint|already exists|UNIQUE constraint/i, 'duplicate'],
  [/jwt (?:expired|malformed)|invalid (?:token|signature)|token (?:has )?expired/i, 'not-authenticated'],
  [/validation failed|cast to objectid|invalid (?:input|json|uuid)|unexpected token/i, 'invalid-input'],
  [/not found|no such|does not exist|doesn't exist/i, 'missing-resource'],
];

/** The scenario that a part of an error's message stands for. */
export function findScenarioOfMessage(text: string): ScenarioId | undefined {
  return MESSAGES.find(([pattern]) => pattern.test(text))?.[1];
}
