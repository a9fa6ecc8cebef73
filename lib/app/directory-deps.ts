/** What looking people and companies up by their names needs of the world. */
export interface DirectoryDeps {
  readonly directory: Directory;
}

/** People with an account, our staff among them, and companies: those who were removed or erased are in neither. */
export type DirectoryName = 'people' | 'companies';

/** Names in order, as they are searched. They may lag behind the rows, which decide. */
export interface Directory {
  /** At most `limit`, and only those after `after`. */
  namesIn(directory: DirectoryName, page: NamesWish): Promise<NamesPage>;
}

export interface NamesWish {
  readonly limit: number;
  readonly after?: Listed;
}

export interface NamesPage {
  readonly names: readonly Listed[];
  /** Whether more may follow. */
  readonly more: boolean;
}

/** A name as `searchedName` gives it, and the id of the person or company that has it. */
export interface Listed {
  readonly name: string;
  readonly id: string;
}
