import { RequestMethod, type INestApplication } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

const OPERATION = 'swagger/apiOperation';
const PREFIX = /^\/api\/v1(?=\/)/;

/** Gives the operation of a request the name that it has in the OpenAPI document. */
export function operationNames(app: INestApplication): (request: FastifyRequest) => string | undefined {
  let names: ReadonlyMap<string, string> | undefined;
  return (request) => {
    names ??= namesOf(app);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    return names.get(`${method} ${request.routeOptions.url?.replace(PREFIX, '') ?? ''}`);
  };
}

function namesOf(app: INestApplication): Map<string, string> {
  const names = new Map<string, string>();
  const scanner = new MetadataScanner();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, object>;
      for (const method of scanner.getAllMethodNames(prototype)) {
        for (const [address, name] of namesOfHandler(metatype, prototype[method] as object)) {
          names.set(address, name);
        }
      }
    }
  }
  return names;
}

function namesOfHandler(controller: object, handler: object): [address: string, name: string][] {
  const operation = Reflect.getMetadata(OPERATION, handler) as { operationId?: string } | undefined;
  const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (operation?.operationId === undefined || verb === undefined) return [];
  const name = operation.operationId;
  const method = RequestMethod[verb];
  return pathsOf(controller).flatMap((base) =>
    pathsOf(handler).map((path): [string, string] => [`${method} ${joined(base, path)}`, name]),
  );
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
