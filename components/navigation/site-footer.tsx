import type { FooterSettings } from '@/lib/site-settings';

type SiteFooterProps = {
  siteName: string;
  footer: FooterSettings;
  /** The copyright line that an imported page brought along. */
  copyrightNotice?: string;
};

/** The regulatory lines in the order readers of Chinese portals know; each only where it is set. */
export function SiteFooter({ siteName, footer, copyrightNotice }: SiteFooterProps) {
  return (
    <footer className="site-footer">
      <div className="wrap">
        {copyrightNotice && <p>{copyrightNotice}</p>}
        <ul className="footer-links">
          <li>
            <a href="/about">关于我们</a>
          </li>
          <li>
            <a href="/contact">联系我们</a>
          </li>
          <li>
            <a href="/copyright">版权声明</a>
          </li>
          <li>
            <a href="/corrections">更正</a>
          </li>
          <li>
            <a href="/report">报料</a>
          </li>
        </ul>
        <Lines
          lines={[
            ['主管单位', footer.supervisor],
            ['主办单位', footer.sponsor],
            ['承办单位', footer.operator],
          ]}
        />
        <Lines
          lines={[
            ['互联网新闻信息服务许可证', footer.newsLicence],
            ['信息网络传播视听节目许可证', footer.videoLicence],
            ['广播电视节目制作经营许可证', footer.broadcastLicence],
            ['增值电信业务经营许可证', footer.telecomLicence],
          ]}
        />
        <Lines
          lines={[
            ['违法和不良信息举报电话', footer.reportPhone],
            ['举报邮箱', footer.reportEmail],
          ]}
        />
        {(footer.icpNumber || footer.policeNumber) && (
          <p>
            {footer.icpNumber && <a href="https://beian.miit.gov.cn/">{footer.icpNumber}</a>}
            {footer.policeNumber && (
              <a href={policeFilingAddress(footer.policeNumber)}>{footer.policeNumber}</a>
            )}
          </p>
        )}
        <p>{footer.copyright || `${siteName} 版权所有`}</p>
        {footer.remark && <p className="remark">{footer.remark}</p>}
      </div>
    </footer>
  );
}

function Lines({ lines }: { lines: [label: string, value: string][] }) {
  const set = lines.filter(([, value]) => value !== '');
  if (set.length === 0) return null;
  return (
    <p>
      {set.map(([label, value]) => (
        <span key={label}>
          {label}：{value}
        </span>
      ))}
    </p>
  );
}

function policeFilingAddress(policeNumber: string): string {
  return `https://beian.mps.gov.cn/#/query/webSearch?code=${policeNumber.replaceAll(/\D/gu, '')}`;
}
