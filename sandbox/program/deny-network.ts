import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/**
 * Loaded before the program: makes sockets and name look-ups throw.
 *
 * Node 24's permission model knows no rule for the network (`--allow-net` came later). This stops code that uses Node's
 * modules or fetch, by mistake or by a compromised package; it does not stop code that breaks out of JavaScript.
 */
const refuse = (): never => {
  throw new Error('The sandbox has no network.');
};

// Every TCP, TLS, HTTP and fetch connection is made by this one method, every server by the other.
net.Socket.prototype.connect = refuse;
net.Server.prototype.listen = refuse;
dgram.createSocket = refuse;
Object.assign(dgram.Socket.prototype, { bind: refuse, connect: refuse, send: refuse });
for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  const names = Object.getOwnPropertyNames(resolver).filter((name) => /^(lookup|resolve|reverse)/.test(name));
  Object.assign(resolver, Object.fromEntries(names.map((name) => [name, refuse])));
}
// Without this, `import { lookup } from 'node:dns'` would still give the original.
syncBuiltinESMExports();
