import { RequestMethod, type INestApplication, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

const OPERATION = 'swagger/apiOperation';
const PARAMETERS = 'swagger/apiParameters';
const PREFIX = /^\/api\/v1(?=\/)/;

/** What the OpenAPI document says of a route. */
export interface Operation {
  readonly name: string;
  /** The parameters of its query; absent where the handler reads the query into a class, which checks it. */
  readonly parameters?: readonly string[];
}

/** Finds the operation of a request. */
export function operationsOf(app: INestApplication): (request: FastifyRequest) => Operation | undefined {
  let operations: ReadonlyMap<string, Operation> | undefined;
  return (request) => {
    operations ??= documentedIn(app);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    return operations.get(`${method} ${request.routeOptions.url?.replace(PREFIX, '') ?? ''}`);
  };
}

function documentedIn(app: INestApplication): Map<string, Operation> {
  const operations = new Map<string, Operation>();
  const scanner = new MetadataScanner();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      for (const method of scanner.getAllMethodNames(metatype.prototype as object)) {
        for (const [address, operation] of operationsAt(metatype as Type, method)) {
          operations.set(address, operation);
        }
      }
    }
  }
  return operations;
}

function operationsAt(controller: Type, method: string): [address: string, operation: Operation][] {
  const handler = (controller.prototype as Record<string, object>)[method] as object;
  const documented = Reflect.getMetadata(OPERATION, handler) as { operationId?: string } | undefined;
  const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (documented?.operationId === undefined || verb === undefined) return [];
  const operation = {
    name: documented.operationId,
    ...(readsQuery(controller, method) ? {} : { parameters: queryOf(handler) }),
  };
  return pathsOf(controller).flatMap((base) =>
    pathsOf(handler).map((path): [string, Operation] => [
      `${RequestMethod[verb]} ${joined(base, path)}`,
      operation,
    ]),
  );
}

/** Whether a handler takes the query as an argument. */
function readsQuery(controller: Type, method: string): boolean {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as object;
  return Object.keys(args).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}

function queryOf(handler: object): readonly string[] {
  const parameters = (Reflect.getMetadata(PARAMETERS, handler) ?? []) as readonly {
    readonly in?: string;
    readonly name?: string;
  }[];
  return parameters.flatMap(({ in: where, name }) => (where === 'query' && name ? [name] : []));
}

function pathsOf(target: object): string[] {
  const paths = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return [paths ?? ''].flat();
}

const joined = (...parts: string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
