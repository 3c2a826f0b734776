import { inBoth } from "./locale.ts";

/** The mails of the gate: what they say, and to whom. */
export const mailWords = inBoth(
  {
    invitationSubject: (company: string) => `Seu acesso a ${company}`,
    invitationText: (name: string, company: string, link: string) =>
      `Olá, ${name}.\n\nSeu acesso a ${company} está pronto. Escolha a sua senha por este link, que vale por sete dias:\n\n${link}\n\nSe você não esperava este convite, ignore esta mensagem.\n`,
    resetSubject: (company: string) => `Outra senha para ${company}`,
    resetText: (name: string, link: string) =>
      `Olá, ${name}.\n\nPara escolher outra senha, abra este link. Ele vale por 60 minutos e uma única vez:\n\n${link}\n\nSe não foi você que pediu, ignore esta mensagem: a senha continua a mesma.\n`,
    passwordChangedSubject: (company: string) => `A senha do seu acesso a ${company} foi trocada`,
    passwordChangedText: (name: string, link: string) =>
      `Olá, ${name}.\n\nA senha do seu acesso acaba de ser trocada. Se não foi você, escolha outra agora:\n\n${link}\n`,
    declinedSubject: (company: string) => `Sobre o seu pedido de acesso a ${company}`,
    declinedText: (name: string, company: string, note: string) =>
      `Olá, ${name}.\n\nNeste momento não podemos abrir um acesso a ${company} para a sua empresa.${note ? `\n\n${note}` : ""}\n`,
  },
  {
    invitationSubject: (company) => `Your sign-in for ${company}`,
    invitationText: (name, company, link) =>
      `Hello ${name},\n\nYour sign-in for ${company} is ready. Choose your password by this link, which works for seven days:\n\n${link}\n\nIf you did not expect this invitation, ignore this message.\n`,
    resetSubject: (company) => `Another password for ${company}`,
    resetText: (name, link) =>
      `Hello ${name},\n\nTo choose another password, open this link. It works for 60 minutes and once only:\n\n${link}\n\nIf it was not you who asked, ignore this message: your password stays the same.\n`,
    passwordChangedSubject: (company) => `The password of your sign-in for ${company} was changed`,
    passwordChangedText: (name, link) =>
      `Hello ${name},\n\nThe password of your sign-in has just been changed. If it was not you, choose another one now:\n\n${link}\n`,
    declinedSubject: (company) => `About your request for access to ${company}`,
    declinedText: (name, company, note) =>
      `Hello ${name},\n\nAt this moment we cannot open a sign-in for ${company} to your company.${note ? `\n\n${note}` : ""}\n`,
  },
);
