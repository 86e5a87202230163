import { badAmount, invalid } from "../errors.ts";
import { centsOf } from "../money.ts";
import type { Cents, Json } from "../types.ts";

/**
 * Strict reading of queries and bodies: what the API's documentation does not name is refused, so that a
 * misspelt parameter fails here and not in production.
 */
export function onlyParameters(query: URLSearchParams, allowed: string[]): void {
  const unknown = [...query.keys()].find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw invalid(`Unknown query parameter: ${unknown}.`);
}

export function onlyFields(body: Json, allowed: string[]): void {
  const unknown = Object.keys(body).find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw invalid(`Unknown field: ${unknown}.`);
}

export function oneOf<T extends string>(query: URLSearchParams, name: string, allowed: readonly T[]): T | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw invalid(`${name} must be one of: ${allowed.join(", ")}.`);
  return found;
}

function integer(query: URLSearchParams, name: string, otherwise: number, max: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > max) throw invalid(`${name} must be an integer from 1 to ${max}.`);
  return value;
}

export function pageOf(query: URLSearchParams, perPage: number): { page: number; perPage: number } {
  return { page: integer(query, "page", 1, 1_000_000), perPage: integer(query, "per_page", perPage, 100) };
}

/** One page of a list, and the totals. */
export function paginate<T>(items: T[], { page, perPage }: { page: number; perPage: number }) {
  return {
    items: items.slice((page - 1) * perPage, page * perPage),
    pagination: { page, per_page: perPage, total: items.length },
    totalPages: Math.ceil(items.length / perPage),
  };
}

export function centsParameter(query: URLSearchParams, name: string): Cents | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const cents = text.trim() === "" ? undefined : centsOf(Number(text));
  if (cents === undefined) throw invalid(`${name} must be an amount in USD.`);
  return cents;
}

/** Epoch ms of an ISO 8601 moment or date. */
export function momentParameter(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const moment = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(moment)) throw invalid(`${name} must be an ISO 8601 date.`);
  return moment;
}

export function stringField(body: Json, name: string, maxLength: number): string | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (typeof value !== "string" || value.length > maxLength) {
    throw invalid(`${name} must be a string of at most ${maxLength} characters.`);
  }
  return value;
}

export function stringsField(body: Json, name: string): string[] | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every((item) => typeof item === "string" && item !== "")) {
    throw invalid(`${name} must be an array of strings.`);
  }
  return value.map(String);
}

/** An amount in USD within bounds, in cents. */
export function amountField(body: Json, bounds: { min: Cents; max: Cents }): Cents {
  const cents = centsOf(body.amount);
  if (cents === undefined) throw badAmount("amount must be a number of dollars with at most two decimals.");
  if (cents < bounds.min) throw badAmount(`amount must be at least ${(bounds.min / 100).toFixed(2)}.`);
  if (cents > bounds.max) throw badAmount(`amount must be at most ${(bounds.max / 100).toFixed(2)}.`);
  return cents;
}

/** The bounds of funding, in cents. */
export const fundBounds = { min: 100, max: 500_000 };
