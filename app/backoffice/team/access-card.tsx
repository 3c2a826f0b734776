import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Ago } from "#app/kit/day.tsx";
import { Dialog } from "#app/kit/dialog.tsx";
import { useWords } from "#app/kit/words.tsx";
import { accountWords } from "#app/words/account.ts";
import { teamWords } from "#app/words/team.ts";

interface Device {
  shown: { browser: string; system: string } | null;
  lastSeenAt: Date;
}

/** Where a person is signed in, and the acts that open or close their way in. */
export function AccessCard({
  person,
  devices,
  asOf,
  isSelf,
  mayChange,
}: {
  person: { isDisabled: boolean; hasPassword: boolean };
  devices: Device[];
  asOf: Date;
  isSelf: boolean;
  mayChange: boolean;
}) {
  const w = useWords(teamWords);
  const account = useWords(accountWords);
  return (
    <Card title={w.devices}>
      {devices.length === 0 ? <p className="muted">{w.noDevices}</p> : null}
      <ul className="stack-sm">
        {devices.map((device) => (
          <li key={String(device.lastSeenAt)} className="spread">
            <span>{device.shown ? account.on(device.shown.browser, device.shown.system) : account.unknownDevice}</span>
            <span className="faint">
              <Ago at={device.lastSeenAt} asOf={asOf} />
            </span>
          </li>
        ))}
      </ul>
      {mayChange ? (
        <div className="stack-sm mt-4 justify-items-start">
          <form method="post" className="row">
            {person.isDisabled ? null : (
              <Button name="act" value="send-link" icon="mail">
                {person.hasPassword ? w.sendPasswordLink : w.inviteAgain}
              </Button>
            )}
            {devices.length > 0 && !isSelf ? (
              <Button name="act" value="end-sessions" icon="out">
                {w.endSessions}
              </Button>
            ) : null}
            {person.isDisabled ? (
              <Button name="act" value="enable" look="primary">
                {w.enable}
              </Button>
            ) : null}
          </form>
          {person.isDisabled || isSelf ? null : (
            <Dialog opener={w.disable} openerClass="btn btn-danger" title={w.disable}>
              <form method="post" className="form">
                <p>{w.disableLead}</p>
                <div className="form-foot">
                  <Button name="act" value="disable" look="danger">
                    {w.disable}
                  </Button>
                </div>
              </form>
            </Dialog>
          )}
        </div>
      ) : null}
    </Card>
  );
}
