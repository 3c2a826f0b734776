import { accountWords } from "#app/words/account.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { Ago } from "./day.tsx";
import { useWords } from "./words.tsx";

interface Device {
  key: string;
  lastSeenAt: Date;
  address: string | null;
  shown: { browser: string; system: string } | null;
  isThis: boolean;
}

/** Where one is signed in, and the way to end it. */
export function OwnDevices({ devices, asOf }: { devices: Device[]; asOf: Date }) {
  const w = useWords(accountWords);
  return (
    <Card title={w.devices}>
      <ul className="stack-sm">
        {devices.map((device) => (
          <li key={device.key} className="spread">
            <div className="min-w-0">
              <p>{device.shown ? w.on(device.shown.browser, device.shown.system) : w.unknownDevice}</p>
              <p className="faint">
                {w.seen} <Ago at={device.lastSeenAt} asOf={asOf} />
                {device.address ? <span className="block break-all">{w.from(device.address)}</span> : null}
              </p>
            </div>
            {device.isThis ? (
              <Badge tone="good">{w.thisDevice}</Badge>
            ) : (
              <form method="post">
                <input type="hidden" name="key" value={device.key} />
                <Button name="act" value="end-device" size="sm" look="quiet">
                  {w.disconnect}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <p className="help mt-3">{w.devicesLead}</p>
      {devices.length > 1 ? (
        <form method="post" className="mt-2">
          <Button name="act" value="end-others" size="sm">
            {w.disconnectOthers}
          </Button>
        </form>
      ) : null}
    </Card>
  );
}
