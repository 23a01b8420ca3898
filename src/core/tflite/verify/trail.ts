const oneOf: Readonly<Record<string, string>> = {
  signature_defs: 'signature',
  metadata: 'metadata',
  indices: 'index',
};

/** Where the verifier is: from the model down to the field it looks at. Words are made only when they are needed. */
export class Trail {
  private readonly names: string[] = [];
  private readonly indices: number[] = [];

  enter(field: string, index = -1): void {
    this.names.push(field);
    this.indices.push(index);
  }

  leave(): void {
    this.names.pop();
    this.indices.pop();
  }

  /** `subgraph 0 > operator 3 > inputs`; the model itself is `model`. */
  words(): string {
    const steps = this.names.map((name, step) => {
      const index = this.indices[step] ?? -1;
      if (index < 0) return name.replaceAll('_', ' ');
      return `${oneOf[name] ?? name.replaceAll('_', ' ').replace(/s$/, '')} ${index}`;
    });
    return steps.join(' > ') || 'model';
  }
}
