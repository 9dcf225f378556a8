import { ChoiceGroup } from '@/components/navigation/choice-group';

/** Text size and theme. Hidden until the enhancement module runs; without it the browser's own zoom and scheme serve. */
export function ReadingSettings() {
  return (
    <details className="panel" data-enhanced="" hidden>
      <summary>阅读设置</summary>
      <form className="reading-settings panel-body">
        <ChoiceGroup
          legend="字号"
          name="size"
          choices={[
            { value: 'small', label: '小' },
            { value: '', label: '标准' },
            { value: 'large', label: '大' },
            { value: 'huge', label: '特大' },
          ]}
        />
        <ChoiceGroup
          legend="外观"
          name="theme"
          choices={[
            { value: '', label: '跟随系统' },
            { value: 'light', label: '浅色' },
            { value: 'dark', label: '深色' },
          ]}
        />
      </form>
    </details>
  );
}
