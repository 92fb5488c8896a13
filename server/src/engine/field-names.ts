/** True for the name of a field that holds a password, and not for a `passport` or a `passengerId`. */
export function namesPassword(name: string | undefined): boolean {
  return name !== undefined && PASSWORD.test(name);
}

const PASSWORD = /[pP]ass(?:word|wd|phrase|code)|PASSWORD|[pP]wd|(?:^|_)pass(?:_hash)?$|[a-z]Pass(?:Hash)?$/;
