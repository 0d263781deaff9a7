import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { createTransport } from 'nodemailer';

export type Mail = { to: string; subject: string; text: string };

/** Sends one message; rejects when it could not be handed over. */
export type Mailer = { send(mail: Mail): Promise<void> };

/** Through the server of an SMTP URL such as `smtps://user:password@mail.example:465`. */
export function createSmtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(url, { from });
  return {
    async send(mail) {
      await transport.sendMail(mail);
    },
  };
}

/** Into a folder that only the owner of the process can read: for development, and until there is a mail server. */
export function createFolderMailer(folder: string, log: FastifyBaseLogger): Mailer {
  return {
    async send({ to, subject, text }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = `${Date.now()}-${randomUUID()}.txt`;
      const content = `To: ${to}\nSubject: ${subject}\n\n${text}\n`;
      await writeFile(join(folder, file), content, { mode: 0o600, flag: 'wx' });
      log.info({ file }, 'a message was written to the mail folder, as there is no SMTP_URL');
    },
  };
}
