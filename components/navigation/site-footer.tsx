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
        </ul>
        <p>
          <Line label="主管单位" value={footer.supervisor} />
          <Line label="主办单位" value={footer.sponsor} />
          <Line label="承办单位" value={footer.operator} />
        </p>
        <p>
          <Line label="互联网新闻信息服务许可证" value={footer.newsLicence} />
          <Line label="信息网络传播视听节目许可证" value={footer.videoLicence} />
          <Line label="广播电视节目制作经营许可证" value={footer.broadcastLicence} />
          <Line label="增值电信业务经营许可证" value={footer.telecomLicence} />
        </p>
        <p>
          <Line label="违法和不良信息举报电话" value={footer.reportPhone} />
          {footer.reportEmail && (
            <span>
              举报邮箱：<a href={`mailto:${footer.reportEmail}`}>{footer.reportEmail}</a>
            </span>
          )}
        </p>
        <p>
          {footer.icpNumber && <a href="https://beian.miit.gov.cn/">{footer.icpNumber}</a>}
          {footer.policeNumber && (
            <a
              href={`https://beian.mps.gov.cn/#/query/webSearch?code=${footer.policeNumber.match(/\d{14}/u)?.[0]}`}
            >
              {footer.policeNumber}
            </a>
          )}
        </p>
        <p>{footer.copyright || `${siteName} 版权所有`}</p>
        {footer.remark && <p className="remark">{footer.remark}</p>}
      </div>
    </footer>
  );
}

function Line({ label, value }: { label: string; value: string }) {
  if (value === '') return null;
  return (
    <span>
      {label}：{value}
    </span>
  );
}
