import { type FormEvent, useState } from "react";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { useWords } from "#app/kit/words.tsx";
import { activityWords } from "#app/words/activities.ts";

const patience = { timeout: 4000, maximumAge: 60_000, enableHighAccuracy: true };

/** Arrives at the customer with one thumb; the place goes along when the device gives it within a few seconds. */
export function CheckIn() {
  const w = useWords(activityWords);
  const [isAsking, setAsking] = useState(false);

  function askPlace(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    if (isAsking || !("geolocation" in navigator)) return;
    event.preventDefault();
    setAsking(true);
    const send = (where?: GeolocationPosition) => {
      if (where) {
        form.latitude.value = where.coords.latitude.toFixed(6);
        form.longitude.value = where.coords.longitude.toFixed(6);
      }
      form.submit();
    };
    navigator.geolocation.getCurrentPosition(send, () => send(), patience);
  }

  return (
    <Card title={w.checkIn}>
      <form method="post" className="stack-sm" onSubmit={askPlace}>
        <p className="text-sm text-muted">{w.checkInHelp}</p>
        <input type="hidden" name="act" value="check-in" />
        <input type="hidden" name="latitude" defaultValue="" />
        <input type="hidden" name="longitude" defaultValue="" />
        <Button look="primary" size="lg" icon="pin" className="btn-wide" disabled={isAsking}>
          {w.checkIn}
        </Button>
      </form>
    </Card>
  );
}
