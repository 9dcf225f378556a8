type ChoiceGroupProps = { legend: string; name: string; choices: { value: string; label: string }[] };

/** Radio buttons drawn as one row of labels; the empty value is the default. */
export function ChoiceGroup({ legend, name, choices }: ChoiceGroupProps) {
  return (
    <fieldset className="choice-group">
      <legend>{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name={name} value={value} defaultChecked={value === ''} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
