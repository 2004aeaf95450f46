import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** A value for the Content-Security-Policy of one answer. */
export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

/** Addresses that open something by themselves. */
const holdsSecret = /^\/shared\//;

/**
 * The headers that every answer carries, errors and static files included. Scripts run by nonce alone;
 * inline styles are let in only while developing, where Vite needs them. An address that holds a secret goes along
 * with no request that its page makes, not even to ourselves, and is kept by no search engine.
 */
export function protectiveHeaders(options: { nonce: string; https: boolean; dev: boolean; path?: string }): Record<string, string> {
  const secret = holdsSecret.test(options.path ?? '');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${options.nonce}' 'strict-dynamic'`,
    `style-src 'self'${options.dev ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${options.dev ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': secret ? 'no-referrer' : 'same-origin',
    ...(secret ? { 'X-Robots-Tag': 'noindex, nofollow, noarchive' } : {}),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cache-Control': 'no-store',
    ...(options.https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/** Puts the headers on a response that has not been sent. */
export function protect(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** The same cookie header with `Secure`, for an application that people reach by https. */
export function secured(cookie: string, https: boolean): string {
  return https && !/;\s*secure\s*(;|$)/i.test(cookie) ? `${cookie}; Secure` : cookie;
}
