import { afterEach, describe, expect, it } from '@jest/globals';
import { EventEmitter, once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { begun, EdgeUnderTest } from './edge-under-test.fixture.ts';

const MEBIBYTE = 1024 * 1024;
/** Bodies of a mebibyte that the ledger holds in memory at once. */
const BODIES = 256;

let edge: EdgeUnderTest;
const sockets: Socket[] = [];

afterEach(async () => {
  begun.emit('finish');
  for (const socket of sockets.splice(0)) socket.destroy();
  await edge.close();
});

const order = () => edge.ask('orders', { method: 'POST' });

/** Orders that have got in and are not answered yet. */
async function ordersInside(count: number): Promise<readonly Promise<Response>[]> {
  const answers: Promise<Response>[] = [];
  while (answers.length < count) {
    const inside = once(begun, 'order');
    answers.push(order());
    await inside;
  }
  return answers;
}

/** A connection over which the head of a posting came, and maybe a part of its body. */
async function sending(length: number, part = ''): Promise<Socket> {
  const socket = connect(edge.port, '127.0.0.1');
  socket.on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  const head = ['POST /api/v1/orders HTTP/1.1', 'Host: ledger', 'Content-Type: application/json'];
  socket.write([...head, `Content-Length: ${length}`, '', part].join('\r\n'));
  return socket;
}

describe('more postings than may be in progress', () => {
  it('are told at once when to come again, and get in when those before them are answered', async () => {
    edge = await EdgeUnderTest.open({ postingsAtOnce: 2 });
    const inside = await ordersInside(2);
    const turnedAway = await order();
    expect([turnedAway.status, turnedAway.headers.get('retry-after')]).toEqual([503, '1']);
    expect(turnedAway.headers.get('content-type')).toContain('application/problem+json');
    expect(await turnedAway.json()).toMatchObject({
      code: 'ledger-busy',
      status: 503,
      instance: '/api/v1/orders',
    });
    begun.emit('finish');
    for (const answer of inside) expect((await answer).status).toBe(201);
    const [again] = await ordersInside(1);
    begun.emit('finish');
    expect((await again)?.status).toBe(201);
  });

  it('keep nobody from asking', async () => {
    edge = await EdgeUnderTest.open({ postingsAtOnce: 1 });
    const [inside] = await ordersInside(1);
    expect((await edge.ask('origin')).status).toBe(200);
    begun.emit('finish');
    expect((await inside)?.status).toBe(201);
  });

  it('do not wait for one whose sender went away half way', async () => {
    edge = await EdgeUnderTest.open({ postingsAtOnce: 1 });
    const ends = edge.nextConnectionEnds();
    (await sending(100, '{"amount":')).destroy();
    await ends;
    const [again] = await ordersInside(1);
    begun.emit('finish');
    expect((await again)?.status).toBe(201);
  });

  it('are let in where no limit is set', async () => {
    edge = await EdgeUnderTest.open({ postingsAtOnce: 0 });
    const inside = await ordersInside(20);
    begun.emit('finish');
    expect((await Promise.all(inside)).map(({ status }) => status)).toEqual(inside.map(() => 201));
  });
});

describe('more bodies than fit into memory', () => {
  it('are turned away before they are sent', async () => {
    edge = await EdgeUnderTest.open();
    const answered = new EventEmitter();
    const senders: Socket[] = [];
    for (let count = 0; count <= BODIES; count += 1) senders.push(await sending(MEBIBYTE, '{'));
    for (const sender of senders) sender.once('data', (answer: Buffer) => answered.emit('one', answer));
    const [answer] = (await once(answered, 'one')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 503 /);
    expect(answer.toString()).toContain('"code":"ledger-busy"');
    expect(senders.filter((sender) => sender.bytesRead > 0)).toHaveLength(1);
    expect((await edge.ask('origin')).status).toBe(200);
  });
});
