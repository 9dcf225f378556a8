'use client';

import { useEffect, useRef } from 'react';
import { AttributeFindings } from '@/components/desk/house-style/field-findings';

/**
 * A field for an attribute of a block. Not controlled: the value goes through the editor's document and comes
 * back a render later, which would throw the cursor to the end and break an input method's composition off.
 * While it has the focus the field is what its editor sees; afterwards it follows the document.
 */
export function AttributeInput({
  id,
  label,
  value,
  limit,
  isReadOnly = false,
  isMissing = false,
  onChange,
}: {
  id?: string;
  /** For a field without a label of its own. */
  label?: string;
  value: string;
  limit: number;
  isReadOnly?: boolean;
  isMissing?: boolean;
  onChange: (words: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const field = input.current;
    if (field !== null && field !== document.activeElement && field.value !== value) field.value = value;
  }, [value]);
  return (
    <>
      <input
        ref={input}
        id={id}
        type="text"
        autoComplete="off"
        aria-label={label}
        aria-invalid={isMissing || undefined}
        defaultValue={value}
        maxLength={limit}
        readOnly={isReadOnly}
        onInput={(event) => {
          if (!(event.nativeEvent as InputEvent).isComposing) onChange(event.currentTarget.value);
        }}
        onCompositionEnd={(event) => onChange(event.currentTarget.value)}
        onBlur={(event) => {
          if (event.currentTarget.value !== value) onChange(event.currentTarget.value);
        }}
      />
      <AttributeFindings text={value} onFix={isReadOnly ? undefined : onChange} />
    </>
  );
}
