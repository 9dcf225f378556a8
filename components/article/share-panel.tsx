import { encode } from 'uqr';

type SharePanelProps = { headline: string; address: string };

/**
 * The article's address as a QR code drawn here, and as links. Works without script; copying and printing
 * appear with it.
 */
export function SharePanel({ headline, address }: SharePanelProps) {
  const query = new URLSearchParams({ url: address, title: headline }).toString();
  return (
    <details className="panel share-panel">
      <summary>分享</summary>
      <div className="panel-body">
        <QrCode text={address} />
        <p>扫一扫，在手机上打开</p>
        <p className="address">{address}</p>
        <p className="share-links">
          <a href={`https://service.weibo.com/share/share.php?${query}`} rel="nofollow noopener">
            分享到微博
          </a>
          <button type="button" data-does="copy" data-enhanced="" hidden>
            复制链接
          </button>
        </p>
        <p className="copy-status" role="status" />
      </div>
    </details>
  );
}

/** One path of unit squares; runs of dark modules in a row are drawn as one stroke. */
function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) =>
      [
        ...row
          .map((isDark) => (isDark ? '1' : '0'))
          .join('')
          .matchAll(/1+/gu),
      ].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`),
    )
    .join('');
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="本文网址的二维码"
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
