import { Icon } from "./icon.tsx";

/** The picture of a product; when it has none, a quiet drawing in its place. */
export function ProductPicture({
  picture,
  alt,
  size = 320,
  eager = false,
}: {
  picture: string | null;
  alt: string;
  size?: number;
  eager?: boolean;
}) {
  if (!picture) {
    return (
      <span className="picture" role="img" aria-label={alt}>
        <Icon name="box" className="size-1/3" />
      </span>
    );
  }
  return (
    <img
      className="picture"
      src={picture}
      alt={alt}
      width={size}
      height={size}
      loading={eager ? "eager" : "lazy"}
      decoding="async"
    />
  );
}
