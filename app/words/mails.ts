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
    emailSubject: (company: string) => `Confirme o novo e-mail do seu acesso a ${company}`,
    emailText: (name: string, link: string) =>
      `Olá, ${name}.\n\nPara entrar com este e-mail, confirme por este link. Ele vale por 60 minutos e uma única vez:\n\n${link}\n\nSe não foi você que pediu, ignore esta mensagem.\n`,
    emailChangedSubject: (company: string) => `O e-mail do seu acesso a ${company} foi trocado`,
    emailChangedText: (name: string, email: string) =>
      `Olá, ${name}.\n\nSeu acesso agora é ${email}. Se não foi você que trocou, fale já com a empresa.\n`,
    codesSubject: (company: string) => `Segundo fator do seu acesso a ${company}`,
    codes: {
      second_factor_on: (company: string) =>
        `O segundo fator do seu acesso a ${company} foi ligado. A partir de agora, além da senha, pedimos um código. Guarde os códigos de recuperação.`,
      second_factor_off: (company: string) =>
        `O segundo fator do seu acesso a ${company} foi desligado. Agora só a senha é pedida.`,
      second_factor_reset: (company: string) =>
        `A administração de ${company} retirou o segundo fator do seu acesso. Entre com a senha e configure outro.`,
      recovery_code_used: (company: string) =>
        `Um código de recuperação acaba de ser usado no seu acesso a ${company}. Ele não vale mais.`,
      recovery_codes_renewed: (company: string) =>
        `Os códigos de recuperação do seu acesso a ${company} foram trocados. Os anteriores não valem mais.`,
    },
    codesText: (name: string, what: string, link: string) =>
      `Olá, ${name}.\n\n${what}\n\nSe não foi você, troque a senha agora e avise a empresa:\n\n${link}\n`,
    deviceNamed: (browser: string, system: string) => `${browser} em ${system}`,
    deviceUnknown: "um aparelho que não reconhecemos",
    newDeviceSubject: (company: string) => `Novo aparelho no seu acesso a ${company}`,
    newDeviceText: (name: string, at: { device: string; address: string; moment: string; link: string }) =>
      `Olá, ${name}.\n\nSeu acesso foi usado em ${at.device}, em ${at.moment}${at.address ? `, do endereço ${at.address}` : ""}.\n\nSe foi você, não é preciso fazer nada. Se não foi, troque a senha agora:\n\n${at.link}\n`,
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
    emailSubject: (company) => `Confirm the new e-mail of your sign-in for ${company}`,
    emailText: (name, link) =>
      `Hello ${name},\n\nTo sign in with this e-mail, confirm it by this link. It works for 60 minutes and once only:\n\n${link}\n\nIf it was not you who asked, ignore this message.\n`,
    emailChangedSubject: (company) => `The e-mail of your sign-in for ${company} was changed`,
    emailChangedText: (name, email) =>
      `Hello ${name},\n\nYou now sign in with ${email}. If it was not you who changed it, talk to the company at once.\n`,
    codesSubject: (company) => `Second factor of your sign-in for ${company}`,
    codes: {
      second_factor_on: (company) =>
        `The second factor of your sign-in for ${company} was turned on. From now on we ask for a code beside the password. Keep the recovery codes.`,
      second_factor_off: (company) =>
        `The second factor of your sign-in for ${company} was turned off. Now only the password is asked for.`,
      second_factor_reset: (company) =>
        `Those who run ${company} took the second factor off your sign-in. Sign in with your password and set up another one.`,
      recovery_code_used: (company) =>
        `A recovery code was just used for your sign-in for ${company}. It opens nothing any more.`,
      recovery_codes_renewed: (company) =>
        `The recovery codes of your sign-in for ${company} were replaced. The earlier ones open nothing any more.`,
    },
    codesText: (name, what, link) =>
      `Hello ${name},\n\n${what}\n\nIf it was not you, change your password now and tell the company:\n\n${link}\n`,
    deviceNamed: (browser, system) => `${browser} on ${system}`,
    deviceUnknown: "a device we do not know",
    newDeviceSubject: (company) => `New device on your sign-in for ${company}`,
    newDeviceText: (name, at) =>
      `Hello ${name},\n\nYour sign-in was used on ${at.device}, on ${at.moment}${at.address ? `, from the address ${at.address}` : ""}.\n\nIf it was you, there is nothing to do. If not, change your password now:\n\n${at.link}\n`,
    declinedSubject: (company) => `About your request for access to ${company}`,
    declinedText: (name, company, note) =>
      `Hello ${name},\n\nAt this moment we cannot open a sign-in for ${company} to your company.${note ? `\n\n${note}` : ""}\n`,
  },
);
