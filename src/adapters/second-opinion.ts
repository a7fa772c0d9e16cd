export const secondOpinion = async (..._: unknown[]): Promise<ReadonlyMap<string,string>> => new Map();
