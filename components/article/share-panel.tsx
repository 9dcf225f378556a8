import { QrCode } from '@/components/ui/qr-code';

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
        <QrCode text={address} label="本文网址的二维码" />
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
