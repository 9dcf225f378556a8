'use client';

import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { inputClass } from '@/components/ui/field';

type TagsFieldProps = {
  tags: string[];
  knownTags: string[];
  isReadOnly: boolean;
  onChange: (tags: string[]) => void;
};

/** Enter, a comma or a Chinese comma ends a tag; Backspace in the empty box takes the last one back. */
export function TagsField({ tags, knownTags, isReadOnly, onChange }: TagsFieldProps) {
  const [typed, setTyped] = useState('');
  const id = useId();
  const add = (text: string) => {
    const names = text
      .split(/[,，、;；\n]/u)
      .map((name) => name.trim().slice(0, 30))
      .filter((name) => name !== '');
    setTyped('');
    if (names.length > 0) onChange([...new Set([...tags, ...names])].slice(0, 20));
  };
  return (
    <div className="grid gap-1" id="tags">
      <label htmlFor={id} className="font-medium">
        标签
      </label>
      {tags.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {tags.map((tag) => (
            <li key={tag} className="flex items-center gap-1 rounded border border-rule bg-tint px-1.5">
              {tag}
              {!isReadOnly && (
                <button
                  type="button"
                  aria-label={`去掉标签 ${tag}`}
                  className="text-muted hover:text-accent"
                  onClick={() => onChange(tags.filter((one) => one !== tag))}
                >
                  <X size={14} aria-hidden />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        list={`${id}-known`}
        className={inputClass}
        placeholder="输入后按回车"
        value={typed}
        readOnly={isReadOnly}
        onChange={(event) => {
          const { value } = event.target;
          if (/[,，、;；]$/u.test(value)) add(value);
          else setTyped(value);
        }}
        onBlur={() => add(typed)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            add(typed);
          } else if (event.key === 'Backspace' && typed === '' && tags.length > 0)
            onChange(tags.slice(0, -1));
        }}
      />
      <datalist id={`${id}-known`}>
        {knownTags.map((tag) => (
          <option key={tag}>{tag}</option>
        ))}
      </datalist>
    </div>
  );
}
