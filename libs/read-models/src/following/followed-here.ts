/** The thread that followed the log is of no use any more: from now on the one that answers follows it. */
export class FollowedHere extends Error {
  constructor(cause: Error) {
    super(`The read models follow the log beside the postings, since their thread ended: ${cause.message}`, {
      cause,
    });
    this.name = 'FollowedHere';
  }
}
